/** The door at which comments are handed in as one act, or registered for a participant. */
@NullMarked
package io.rapporteur.comments.submission.http;

import org.jspecify.annotations.NullMarked;
