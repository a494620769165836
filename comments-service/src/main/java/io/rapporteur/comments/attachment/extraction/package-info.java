/** Text of files, by a process of its own that can open no connection. */
@NullMarked
package io.rapporteur.comments.attachment.extraction;

import org.jspecify.annotations.NullMarked;
