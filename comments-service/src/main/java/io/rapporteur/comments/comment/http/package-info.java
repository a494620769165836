/** The desk's HTTP door: bodies in, answers out. */
@NullMarked
package io.rapporteur.comments.comment.http;

import org.jspecify.annotations.NullMarked;
