// Slack shows people an error when a click, a shortcut or a command is not acknowledged within 3 s, and retries an
// event: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response

/** The timeout in milliseconds for finding the installation of a delivery, after which the delivery is refused. */
export const identification = 1_000;
/** The timeout in milliseconds for storing a click, a shortcut or a command before its acknowledgement, after which it is refused. */
export const acknowledgement = 1_800;
