# The image of the bot: no development packages, no npm at run time, nothing that its user may write but /data.
# How it is run: compose.yaml, docs/operations/README.md. Its steps are tested without a container: npm run test:install.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What never runs goes: Node itself as packages (the image has it), the compiler that a package may use, types and source maps.
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/node-linux-* node_modules/typescript node_modules/@typescript node_modules/.bin \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
COPY LICENSE ./
COPY locales locales
COPY src src
# A start compiles nothing then. Node keeps the cache apart by user and by options, so those of the start fill it, and for its user alone.
RUN mkdir .cache && chown 1000 .cache
USER 1000
RUN NODE_COMPILE_CACHE=/app/.cache node --max-semi-space-size=8 --heap-growing-percent=30 --import ./src/adapters/cli/require-node.mjs src/adapters/cli/warm-up.ts \
 && chmod -R a+rX .cache

FROM node:24-slim
LABEL org.opencontainers.image.title="Ninshō Navi" org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production
ENV NODE_COMPILE_CACHE=/app/.cache
ENV DATA_DIR=/data
ENV PORT=3978
WORKDIR /app
COPY --from=build --chown=0:0 /app ./
RUN mkdir -m 700 /data && chown 1000 /data
VOLUME /data
EXPOSE 3978
USER 1000
STOPSIGNAL SIGTERM
# Alive, not ready: while Slack is away a restart would mend nothing. A load balancer asks /readyz.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As npm start, but without npm, which would take the signals.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "--import", "./src/adapters/cli/require-node.mjs", "src/adapters/cli/main.ts"]
