/** PHP, alone and in pages. */
package dev.shirube.source.php;
