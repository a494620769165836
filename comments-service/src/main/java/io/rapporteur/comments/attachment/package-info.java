/**
 * Files that belong to comments: which are taken, when they are served, and to whom. The bytes are
 * kept outside the log.
 */
@NullMarked
package io.rapporteur.comments.attachment;

import org.jspecify.annotations.NullMarked;
