/* rapport-recent-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportRecent:
 * Things that are found by a text and cost more to make than to keep, such as a shaped label. Those that were asked for
 * lately are kept: there are two generations, what is found in the older one joins the younger, and when that is full it
 * becomes the older one, whose rest goes. So nothing that is in use goes, however many others come and go.
 */
typedef struct _RapportRecent RapportRecent;

RapportRecent *_rapport_recent_new      (guint most, GDestroyNotify free_value);
void           _rapport_recent_free     (RapportRecent *self);
void           _rapport_recent_set_most (RapportRecent *self, guint most);
gpointer       _rapport_recent_look_up  (RapportRecent *self, const char *key);
void           _rapport_recent_keep     (RapportRecent *self, char *key, gpointer value);
void           _rapport_recent_clear    (RapportRecent *self);
guint          _rapport_recent_get_size (const RapportRecent *self);

G_END_DECLS
