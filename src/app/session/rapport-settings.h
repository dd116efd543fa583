/* rapport-settings.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapportSettings:
 * What the program remembers from one run to the next: preferences, and how its windows were left. Each is a property,
 * called as in data/io.github.rapport.Rapport.gschema.xml. Where no schema is installed, they last as long as the
 * program.
 */
#define RAPPORT_TYPE_SETTINGS (rapport_settings_get_type ())
G_DECLARE_FINAL_TYPE (RapportSettings, rapport_settings, RAPPORT, SETTINGS, GObject)

RapportSettings *rapport_settings_get_default (void);

gboolean rapport_settings_get_flag   (RapportSettings *self, const char *name);
int      rapport_settings_get_number (RapportSettings *self, const char *name);
char    *rapport_settings_get_text   (RapportSettings *self, const char *name);
char   **rapport_settings_get_list   (RapportSettings *self, const char *name);

G_END_DECLS
