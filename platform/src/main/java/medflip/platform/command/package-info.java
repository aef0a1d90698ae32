/**
 * How a command reaches its aggregate: with a tenant and an actor, to an id of that tenant, against the version the
 * caller saw, at most once a key; and how a refusal comes back.
 */
@NullMarked
package medflip.platform.command;

import org.jspecify.annotations.NullMarked;
