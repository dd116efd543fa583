/* rapport-link.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-note.h"
#include "rapport-link-reading.h"

struct _RapportLink
{
  RapportElement parent_instance;

  char *a;
  char *b;
  char *relation;
  gint8 starred;
  GVariant *notes;
};

G_DEFINE_FINAL_TYPE (RapportLink, rapport_link, RAPPORT_TYPE_ELEMENT)

static const RapportWord relations[] = {
  { "funds", N_("Funds") },
  { "governs", N_("Governs") },
  { "hosts", N_("Hosts") },
  { "member", N_("Member") },
  { "delivers-with", N_("Delivers with") },
  { "advises", N_("Advises") },
  { "informs", N_("Informs") },
  { "informal", N_("Informal") },
  { NULL },
};

static const char *const note_columns[] = { "level", NULL };

static const RapportProperty properties[] = {
  {
    .name = "a",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportLink, a),
    .on_delete = RAPPORT_ON_DELETE_GO,
    .title = N_("One side"),
  },
  {
    .name = "b",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportLink, b),
    .on_delete = RAPPORT_ON_DELETE_GO,
    .title = N_("Other side"),
  },
  {
    .name = "relation",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportLink, relation),
    .words = relations,
    .title = N_("What links them"),
    .help = N_("As many as are true; one body may host and fund another."),
  },
  {
    .name = "starred",
    .kind = RAPPORT_KIND_FLAG,
    RAPPORT_FIELD (RapportLink, starred),
    .words = rapport_yes_no,
    .title = N_("To discuss"),
    .help = N_("A star on the picture: to be talked about."),
  },
  {
    .name = "note",
    .kind = RAPPORT_KIND_RECORDS,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportLink, notes),
    .columns = note_columns,
    .title = N_("Notes"),
    .help = N_("What to remember. Each note says who may see it."),
  },
};

static void
rapport_link_class_init (RapportLinkClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "link", 'l',
                                   properties, G_N_ELEMENTS (properties), rapport_link_reading_kind ());
}

static void
rapport_link_init (RapportLink *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_link_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_LINK, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_link_get_a (RapportLink *self)
{
  g_return_val_if_fail (RAPPORT_IS_LINK (self), NULL);
  return self->a;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_link_get_b (RapportLink *self)
{
  g_return_val_if_fail (RAPPORT_IS_LINK (self), NULL);
  return self->b;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_link_get_relation (RapportLink *self)
{
  g_return_val_if_fail (RAPPORT_IS_LINK (self), NULL);
  return self->relation;
}

/* Returns: (nullable) (transfer none): the id of the stakeholder at @side */
const char *
rapport_link_get_end (RapportLink *self, RapportSide side)
{
  g_return_val_if_fail (RAPPORT_IS_LINK (self), NULL);
  return side == RAPPORT_SIDE_A ? self->a : self->b;
}
