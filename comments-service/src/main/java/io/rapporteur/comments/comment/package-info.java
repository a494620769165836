/** Handing in, revising and withdrawing a comment: the rules, in plain Java. */
@NullMarked
package io.rapporteur.comments.comment;

import org.jspecify.annotations.NullMarked;
