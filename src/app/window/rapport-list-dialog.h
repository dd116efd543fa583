/* rapport-list-dialog.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportListDialog:
 * A list in a text box, and below it what would become of it, line by line, with every sector to be changed. Nothing
 * happens before it is accepted.
 *
 * The signal ::added (const char *done) is sent when it was, with a sentence about it.
 */
#define RAPPORT_TYPE_LIST_DIALOG (rapport_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RapportListDialog, rapport_list_dialog, RAPPORT, LIST_DIALOG, AdwWindow)

RapportListDialog *rapport_list_dialog_new (GtkWindow *parent, RapportSession *session, const char *text);

G_END_DECLS
