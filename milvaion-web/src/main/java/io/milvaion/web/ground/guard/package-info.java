/**
 * What is looked at before a request reaches anything, and what every answer says to browsers.
 *
 * <p>Browsers send a user's requests for whatever page asks them to. Three rules keep pages of
 * others out; programs, which send none of these headers, are not concerned:
 *
 * <ul>
 *   <li>{@code Host} is a name that this node has: else a page whose name was pointed at this
 *       address (DNS rebinding) would count as ours.
 *   <li>What writes, and each WebSocket, comes from a page of this host or of {@code
 *       milvaion.http.allowed-origins}: {@code Sec-Fetch-Site} says so, or {@code Origin}. A GET
 *       changes nothing.
 *   <li>Answers are read by pages of those origins only (CORS), are framed by none, and run no
 *       script but ours.
 * </ul>
 */
package io.milvaion.web.ground.guard;
