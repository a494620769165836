/** The door at which a delegation drafts, reviews and releases. */
@NullMarked
package io.rapporteur.comments.draft.http;

import org.jspecify.annotations.NullMarked;
