/**
 * The feed carried to a delegation's own address: who registered where, how far each has been told,
 * and who of several instances tells it.
 */
@NullMarked
package io.rapporteur.comments.feed.webhook;

import org.jspecify.annotations.NullMarked;
