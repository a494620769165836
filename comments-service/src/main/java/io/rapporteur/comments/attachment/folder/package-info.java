/** Files in a folder of this machine. */
@NullMarked
package io.rapporteur.comments.attachment.folder;

import org.jspecify.annotations.NullMarked;
