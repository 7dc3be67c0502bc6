/**
 * Live events over WebSocket at {@code /ws/events}.
 *
 * <p>A client sends {@code {"subscribe":["jobs","occurrence:<id>"]}} or {@code {"unsubscribe":[…]}}
 * and gets {@code {"seq","at","subscribed":[…]}} or {@code {"seq","at","error":"…"}}; then {@code
 * {"seq","at","events":[…]}} as things happen. {@code seq} counts from 1 in each session. A client
 * that sees a gap, or an event {@code summary}, reads what it shows again over REST; after {@code
 * feed.lost} nothing comes until the next summary. {@code docs/live-events.md} lists channels and
 * types of events.
 *
 * <p>Whoever may see some jobs only gets events of these: {@code EventPlaces} looks up, for all
 * events that are handed out at once, to which jobs they belong.
 *
 * <p>A slow client holds up nobody: what waits for it is bounded, and is replaced by one summary.
 */
package io.milvaion.web.see.push;
