/** The door at which files come in and go out. */
@NullMarked
package io.rapporteur.comments.attachment.http;

import org.jspecify.annotations.NullMarked;
