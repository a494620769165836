/** Handing in comments as one act, with one receipt: the rules, in plain Java. */
@NullMarked
package io.rapporteur.comments.submission;

import org.jspecify.annotations.NullMarked;
