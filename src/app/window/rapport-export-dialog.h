/* rapport-export-dialog.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportExportDialog:
 * A picture of the map as it is looked at, with a preview of just what will be written, and the list of what leaves.
 */
#define RAPPORT_TYPE_EXPORT_DIALOG (rapport_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RapportExportDialog, rapport_export_dialog, RAPPORT, EXPORT_DIALOG, AdwWindow)

void rapport_export_dialog_present (GtkWindow *parent, RapportSession *session);

G_END_DECLS
