/**
 * Handing in, revising and withdrawing a comment: the rules, in plain Java. The doors are in http
 * and kafka.
 */
@NullMarked
package io.rapporteur.comments.submission;

import org.jspecify.annotations.NullMarked;
