import { secretsIn } from '../redact.ts';

/** A mail address, maybe with a space where a picture was read badly. */
const mail = /[\w.%+-]{1,64} ?@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
/** An installation ID in one piece. */
const long = /\d{54}/;

/** Returns true if a text shows a whole product key, installation or confirmation ID, or a mail address. */
export const showsSecret = (text: string): boolean =>
  mail.test(text) || long.test(text) || secretsIn(text).some(({ whole }) => whole);
