/* rapport-stakeholder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-stakeholder.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-note.h"
#include "rapport-stakeholder-reading.h"

struct _RapportStakeholder
{
  RapportElement parent_instance;

  char *sector;
  char *kind;
  char *parent;
  char *spans;
  char *purposes;
  double angle;
  double depth;
  double x;
  double y;
  gint8 starred;
  char *label;
  char *short_label;
  char *other_label;
  char *own_words;
  char *brings_in;
  char *holds_back;
  GVariant *notes;
};

G_DEFINE_FINAL_TYPE (RapportStakeholder, rapport_stakeholder, RAPPORT_TYPE_ELEMENT)

static const RapportWord kinds[] = {
  { "organisation", N_("Organisation") },
  { "group", N_("Group or team") },
  { "role", N_("Role") },
  { "structure", N_("Shared structure") },
  { NULL },
};

static const RapportWord purposes[] = {
  { "decide-together", N_("Decide together") },
  { "broker", N_("Bring people together") },
  { "build-capability", N_("Build capability") },
  { "communicate", N_("Communicate") },
  { "hold-money", N_("Hold money") },
  { NULL },
};

static const char *const note_columns[] = { "level", NULL };

static const RapportProperty properties[] = {
  {
    .name = "sector",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStakeholder, sector),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Sector"),
    .help = N_("Which part of the partnership they belong to; it gives them their place, colour and shape."),
  },
  {
    .name = "kind",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportStakeholder, kind),
    .words = kinds,
    .title = N_("Kind"),
    .help = N_("An organisation, a group or team, a role, or a structure that the partners share."),
  },
  {
    .name = "parent",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStakeholder, parent),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Part of"),
    .help = N_("The stakeholder that it belongs to, such as a team in a trust."),
  },
  {
    .name = "spans",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportStakeholder, spans),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("Bridges"),
    .help = N_("The sectors that a shared structure brings together."),
  },
  {
    .name = "purposes",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportStakeholder, purposes),
    .words = purposes,
    .title = N_("What it is for"),
    .help = N_("What the shared structure does for the partners."),
  },
  {
    .name = "angle",
    .kind = RAPPORT_KIND_NUMBER,
    RAPPORT_FIELD (RapportStakeholder, angle),
    .title = N_("Angle"),
    .help = N_("Degrees, clockwise from twelve."),
  },
  {
    .name = "depth",
    .kind = RAPPORT_KIND_NUMBER,
    RAPPORT_FIELD (RapportStakeholder, depth),
    .title = N_("Depth"),
    .help = N_("From the inner edge of its ring, 0, to the outer, 1."),
  },
  {
    .name = "x",
    .kind = RAPPORT_KIND_NUMBER,
    RAPPORT_FIELD (RapportStakeholder, x),
    .title = N_("Across"),
    .help = N_("How far from the left it stands in a free layout."),
  },
  {
    .name = "y",
    .kind = RAPPORT_KIND_NUMBER,
    RAPPORT_FIELD (RapportStakeholder, y),
    .title = N_("Down"),
    .help = N_("How far from the top it stands in a free layout."),
  },
  {
    .name = "starred",
    .kind = RAPPORT_KIND_FLAG,
    RAPPORT_FIELD (RapportStakeholder, starred),
    .words = rapport_yes_no,
    .title = N_("To discuss"),
    .help = N_("A star on the picture: to be talked about."),
  },
  {
    .name = "label",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, label),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("A role, not a person’s name."),
  },
  {
    .name = "short",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, short_label),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Short name"),
    .help = N_("At most 24 letters, for the picture."),
  },
  {
    .name = "other-label",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, other_label),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name in the other language"),
    .help = N_("For the picture of a map in two languages: either name, or both."),
  },
  {
    .name = "own-words",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, own_words),
    .title = N_("In their words"),
    .help = N_("How they name the shared aim."),
  },
  {
    .name = "brings-in",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, brings_in),
    .title = N_("What brings them in"),
    .help = N_("What motivates them to take part."),
  },
  {
    .name = "holds-back",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, holds_back),
    .title = N_("What holds them back"),
    .help = N_("Rules, time, money or contracts."),
  },
  {
    .name = "note",
    .kind = RAPPORT_KIND_RECORDS,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStakeholder, notes),
    .columns = note_columns,
    .title = N_("Notes"),
    .help = N_("What to remember. Each note says who may see it."),
  },
};

static void
rapport_stakeholder_class_init (RapportStakeholderClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "stakeholder", 's',
                                   properties, G_N_ELEMENTS (properties), rapport_stakeholder_reading_kind ());
}

static void
rapport_stakeholder_init (RapportStakeholder *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_stakeholder_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_STAKEHOLDER, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_sector (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->sector;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_kind (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->kind;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_parent (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->parent;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_spans (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->spans;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_label (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->label;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_stakeholder_get_short_label (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->short_label;
}

/* Returns: (nullable) (transfer none): the name in the map's other language */
const char *
rapport_stakeholder_get_other_label (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), NULL);
  return self->other_label;
}

gboolean
rapport_stakeholder_is_structure (RapportStakeholder *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (self), FALSE);
  return g_strcmp0 (self->kind, "structure") == 0 || g_strcmp0 (self->sector, "across") == 0;
}
