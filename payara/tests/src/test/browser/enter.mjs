// A page of the console with somebody logged in.
import { node } from './node.mjs';

/** What a page has complained of: lines of the console, errors of scripts, breaches of its policy. */
const listen = (page) => {
  page.complaints = [];
  page.on('console', (line) => line.type() === 'error' && page.complaints.push(line.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
};

/** Fills in the login that is asked for. */
export const login = async (page, name = 'root', password = process.env.MILVAION_ROOT_PASSWORD) => {
  await page.fill('#login-name', name);
  await page.fill('#login-password', password);
  await page.locator('#login button.primary').click();
};

/**
 * Opens the console at an address such as '#/jobs' and logs in.
 *
 * @param browser a browser, or a context of one that sessions are shared in
 * @param options of the new page, such as colorScheme and viewport; name and password of somebody other than root
 */
export const enter = async (browser, hash = '#/', { name, password, ...options } = {}) => {
  const page = await browser.newPage(options);
  listen(page);
  await page.goto(`${node}/${hash}`);
  await login(page, name, password);
  await page.locator('#connection[data-state=live]').waitFor({ state: 'attached' });
  await page.locator('#login[open]').waitFor({ state: 'detached' }); // it would take the keys
  return page;
};
