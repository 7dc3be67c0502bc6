/* Requests to the server. */

import { authorization, refused } from "./session.js";

export async function read(path) {
  const response = await fetch(path, {
    headers: { Accept: "application/json", ...await authorization() }, signal: AbortSignal.timeout(8000),
  });
  if (response.status === 401) {
    refused();
  }
  if (!response.ok && !path.startsWith("health/")) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.json();
}

export function reason(error) {
  return error.name === "TimeoutError" ? "no answer within 8 s" : error.message;
}

/** Sends a command; fails with what the server says against it. */
export async function send(path, body) {
  const response = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json", ...await authorization() },
    body: JSON.stringify(body), signal: AbortSignal.timeout(8000),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail ?? `the server answered ${response.status}`);
  }
  return answer;
}
