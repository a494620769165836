/** The doors of the silence procedure. */
@NullMarked
package io.rapporteur.comments.silence.http;

import org.jspecify.annotations.NullMarked;
