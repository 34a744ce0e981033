// Slack shows people an error where a click, a shortcut or a command is not acknowledged within 3 s, and delivers an event
// again: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response

/** Milliseconds after which a delivery is refused whose installation is not known yet. */
export const identification = 1_000;
/** Milliseconds after which a click, a shortcut or a command is refused that is not kept yet. */
export const acknowledgement = 1_800;
