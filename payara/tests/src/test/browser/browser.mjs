// Debian's Chromium; every name below "example" is this machine.
import { chromium } from 'playwright-core';

export const open = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.example 127.0.0.1'],
  });
