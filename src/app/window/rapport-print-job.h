/* rapport-print-job.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-paper.h"

G_BEGIN_DECLS

/* Prints @paper, page by page, each as large as it is planned where the paper in the printer is that large, and otherwise
 * made to fit. (transfer full) */
GtkPrintOperation *rapport_print_job_new (RapportPaper *paper);

G_END_DECLS
