/**
 * The silence procedure: a question to a body is approved unless a member objects before silence
 * has run out for all of them.
 */
@NullMarked
package io.rapporteur.comments.silence;

import org.jspecify.annotations.NullMarked;
