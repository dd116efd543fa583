/* rapport-foreign.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportForeign:
 * What a file says beside what this version knows: attributes, child elements and comments, kept as raw
 * text so that saving loses nothing. No change touches it, so undo needs nothing for it. It is filled while
 * a file is read and only looked at afterwards.
 */
typedef struct _RapportForeign RapportForeign;

/* A child hangs behind the sibling called by @anchor: "" = before all; an id; or a name and its place, "note 2". */
typedef struct
{
  char *anchor;
  char *xml;
} RapportForeignChild;

typedef struct
{
  char *name;  /* with its prefix, as in the file */
  char *value; /* not escaped */
} RapportForeignAttribute;

RapportForeign *rapport_foreign_new   (void);
RapportForeign *rapport_foreign_ref   (RapportForeign *self);
void            rapport_foreign_unref (RapportForeign *self);

void rapport_foreign_add_attribute (RapportForeign *self, const char *name,
                                    const char *value, gssize length);
void rapport_foreign_add_child     (RapportForeign *self, const char *anchor, const char *xml);

guint rapport_foreign_count_attributes (const RapportForeign *self);
guint rapport_foreign_count_children   (const RapportForeign *self);
const RapportForeignAttribute *rapport_foreign_get_attribute (const RapportForeign *self, guint i);
const RapportForeignChild     *rapport_foreign_get_child     (const RapportForeign *self, guint i);

gboolean rapport_foreign_equal (const RapportForeign *a, const RapportForeign *b);

GVariant       *rapport_foreign_to_variant   (const RapportForeign *self);
RapportForeign *rapport_foreign_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportForeign, rapport_foreign_unref)

G_END_DECLS
