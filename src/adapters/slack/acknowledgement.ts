/** Milliseconds after which a click, a shortcut or a command that is not kept is refused: Slack shows people an error where it is not acknowledged within 3 s. https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const acknowledgement = 2_000;
