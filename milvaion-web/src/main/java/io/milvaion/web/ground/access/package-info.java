/**
 * Who may have which answer. The container asks {@link
 * io.milvaion.web.ground.access.CallerAuthentication} who sends a request, so that all its parts
 * see the same caller. Then
 *
 * <ul>
 *   <li>each resource method says with {@link io.milvaion.web.ground.access.Needs} what its caller
 *       must be permitted, or with {@link io.milvaion.web.ground.access.ForAnybody} that anybody
 *       may call it; one that says nothing is refused to everybody;
 *   <li>one that needs a permission on jobs says with {@link io.milvaion.web.ground.access.Within}
 *       how it keeps within the jobs that its caller reaches; one that says nothing is refused to
 *       whoever is limited. What they may not read is not found, what they may only read forbidden;
 *   <li>servlets and the WebSocket are constrained in {@code web.xml}, which refuses what it does
 *       not name to whoever has not logged in;
 *   <li>subscriptions of the WebSocket need the permission that reading the same over REST needs.
 * </ul>
 */
package io.milvaion.web.ground.access;
