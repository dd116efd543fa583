/* rapport-term.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-term.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportTerm
{
  RapportElement parent_instance;

  char *state;
  char *used_by;
  char *word;
  char *plain;
};

G_DEFINE_FINAL_TYPE (RapportTerm, rapport_term, RAPPORT_TYPE_ELEMENT)

static const RapportWord states[] = {
  { "agreed", N_("Agreed") },
  { "confusing", N_("Confusing") },
  { "avoid", N_("Better avoided") },
  { NULL },
};

static const RapportProperty properties[] = {
  {
    .name = "state",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportTerm, state),
    .words = states,
    .title = N_("State"),
    .help = N_("Whether the partners have agreed to use it."),
  },
  {
    .name = "used-by",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportTerm, used_by),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("Used by"),
    .help = N_("Those whose word it is."),
  },
  {
    .name = "word",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportTerm, word),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Word"),
    .help = N_("A word or an abbreviation that not everybody understands alike."),
  },
  {
    .name = "plain",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportTerm, plain),
    .title = N_("In plain words"),
    .help = N_("As one would say it to a neighbour."),
  },
};

static void
rapport_term_class_init (RapportTermClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "term", 'g',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_term_init (RapportTerm *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_term_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_TERM, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_term_get_state (RapportTerm *self)
{
  g_return_val_if_fail (RAPPORT_IS_TERM (self), NULL);
  return self->state;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_term_get_used_by (RapportTerm *self)
{
  g_return_val_if_fail (RAPPORT_IS_TERM (self), NULL);
  return self->used_by;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_term_get_word (RapportTerm *self)
{
  g_return_val_if_fail (RAPPORT_IS_TERM (self), NULL);
  return self->word;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_term_get_plain (RapportTerm *self)
{
  g_return_val_if_fail (RAPPORT_IS_TERM (self), NULL);
  return self->plain;
}
