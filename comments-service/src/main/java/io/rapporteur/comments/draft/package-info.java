/**
 * National clearance: a delegation's drafts on their way to being handed in; the rules, in plain
 * Java.
 */
@NullMarked
package io.rapporteur.comments.draft;

import org.jspecify.annotations.NullMarked;
