/** Reports as their readers want them: the workbook an office circulates, and what machines read. */
package dev.shirube.reports;
