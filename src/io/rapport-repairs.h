/* rapport-repairs.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportRepairs:
 * What a reader mended or set aside, counted, to be told once and in words. Never a dialog of its own.
 */
typedef struct
{
  guint duplicate_ids;
  char *duplicate_id;  /* owned: the first of them */
  guint invalid_ids;
  guint dangling_links;
  guint dangling_references;
  guint bad_positions;
  guint far_positions;
  guint bad_values;
  guint repeated;
  guint long_labels;
  guint long_notes;
  gboolean newer_minor;
  char *needs_reader;  /* owned: the version that the file asks for, where it is above ours */
} RapportRepairs;

void       rapport_repairs_clear   (RapportRepairs *self);
GPtrArray *rapport_repairs_to_list (const RapportRepairs *self, const char *name);

G_END_DECLS
