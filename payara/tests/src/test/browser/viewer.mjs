// Somebody who may read and nothing else.
import { somebody } from './account.mjs';

/** Makes an account whose first login lies behind it: name and password, for enter(). */
export const viewer = () => somebody('Viewer');
