/* rapport-marking.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-marking.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-element-words.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-response.h"
#include "rapport-tension.h"
#include "rapport-text.h"

struct _RapportMarking
{
  GObject parent_instance;

  /* Owned */
  RapportSession *session;
  RapportElement *mark;  /* nullable: not made yet; it may have been taken out of the map by undo */
  RapportElement *draft; /* never in the map: says which tension it is to what only asks for words */
  char *on;              /* nullable: ids, separated by spaces; the whole map */
  char *burst;           /* what is typed while it is open is merged under this key */

  guint tension;
};

G_DEFINE_FINAL_TYPE (RapportMarking, rapport_marking, G_TYPE_OBJECT)

static void
rapport_marking_finalize (GObject *object)
{
  RapportMarking *self = RAPPORT_MARKING (object);

  g_clear_object (&self->mark);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_free (self->on);
  g_free (self->burst);

  G_OBJECT_CLASS (rapport_marking_parent_class)->finalize (object);
}

static void
rapport_marking_class_init (RapportMarkingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_marking_finalize;
}

static void
rapport_marking_init (RapportMarking *self)
{
}

/* Also of a mark that undo has taken away. */
static gboolean
is_in_map (RapportMarking *self)
{
  return self->mark != NULL
         && rapport_element_get_map (self->mark) == rapport_session_get_map (self->session);
}

/* @on: (nullable). Returns: (transfer none) (nullable): what says just that already, in the phase and view on show */
static RapportElement *
find_mark (RapportSession *session, const char *word, const char *on, gboolean for_room)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_MARKS);

  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *mark = rapport_element_list_peek (list, i);
      const char *phase = rapport_element_get_text (mark, "phase");

      if (g_strcmp0 (rapport_element_get_text (mark, "tension"), word) == 0
          && g_strcmp0 (rapport_element_get_text (mark, "on"), on) == 0
          && (!for_room || g_strcmp0 (rapport_element_get_text (mark, "level"), "shared") == 0)
          && (phase == NULL || g_strcmp0 (phase, rapport_lens_get_phase (lens)) == 0)
          && g_strcmp0 (rapport_element_get_text (mark, "perspective"), rapport_lens_get_perspective (lens)) == 0)
        return mark;
    }
  return NULL;
}

static RapportMarking *
new_marking (RapportSession *session, guint tension)
{
  static guint n_opened;
  RapportMarking *self = g_object_new (RAPPORT_TYPE_MARKING, NULL);

  self->session = g_object_ref (session);
  self->tension = tension;
  self->burst = g_strdup_printf ("marking %u", ++n_opened);
  self->draft = rapport_mark_new ("draft");
  rapport_element_init_text (self->draft, "tension", rapport_tension_get (tension)->word);
  return self;
}

/**
 * rapport_marking_new:
 * @tension: 1 to 4
 * @targets: (nullable): ids of stakeholders and links, ended by %NULL; none is the whole map
 * @for_room: whether the room looks on: what is there already and not for it is then passed over
 *
 * Returns: (transfer full): for what is there already, or for what may come
 */
RapportMarking *
rapport_marking_new (RapportSession *session, guint tension, const char *const *targets, gboolean for_room)
{
  RapportMarking *self;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && tension >= 1 && tension <= RAPPORT_N_TENSIONS, NULL);

  self = new_marking (session, tension);
  if (targets != NULL && targets[0] != NULL)
    self->on = g_strjoinv (" ", (char **) targets);
  g_set_object (&self->mark, find_mark (session, rapport_tension_get (tension)->word, self->on, for_room));
  return self;
}

/* Returns: (transfer full) (nullable): %NULL for a tension that this version does not know */
RapportMarking *
rapport_marking_new_for_mark (RapportSession *session, RapportElement *mark)
{
  guint tension;
  RapportMarking *self;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && RAPPORT_IS_MARK (mark), NULL);

  tension = rapport_tension_find (rapport_element_get_text (mark, "tension"));
  if (tension == 0)
    return NULL;
  self = new_marking (session, tension);
  self->mark = g_object_ref (mark);
  self->on = g_strdup (rapport_element_get_text (mark, "on"));
  return self;
}

/* Returns: (transfer none) */
RapportSession *
rapport_marking_get_session (RapportMarking *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARKING (self), NULL);
  return self->session;
}

/* Returns: 1 to 4 */
guint
rapport_marking_get_tension (RapportMarking *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARKING (self), 0);
  return self->tension;
}

/* Returns: (transfer none) (nullable): what is in the map; %NULL where nothing was said yet */
RapportElement *
rapport_marking_get_mark (RapportMarking *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARKING (self), NULL);
  return is_in_map (self) ? self->mark : NULL;
}

/* Returns: (transfer none): one that knows its tension, to ask for the words of it; it is in no map */
RapportElement *
rapport_marking_get_words (RapportMarking *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARKING (self), NULL);
  return self->draft;
}

/* @on: (nullable). Returns: (transfer full) (nullable): those that are in the map */
static char *
keep_present (RapportMap *map, const char *on)
{
  g_auto (GStrv) ids = g_strsplit (on != NULL ? on : "", " ", -1);
  char *kept = NULL;

  for (char **id = ids; *id != NULL; id++)
    if (rapport_map_lookup (map, *id) != NULL)
      {
        g_autofree char *old = kept;

        kept = rapport_words_add (old, *id);
      }
  return kept;
}

/* Whether there is something left that it can be felt on, and the map may be changed. */
gboolean
rapport_marking_is_possible (RapportMarking *self)
{
  g_autofree char *present = NULL;

  g_return_val_if_fail (RAPPORT_IS_MARKING (self), FALSE);
  present = keep_present (rapport_session_get_map (self->session), self->on);
  return (self->on == NULL || present != NULL || is_in_map (self)) && !rapport_session_is_read_only (self->session);
}

/* Returns: (transfer full): as they are on show */
static char *
name_targets (RapportMarking *self)
{
  g_auto (GStrv) ids = g_strsplit (self->on, " ", -1);
  GString *text = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    {
      RapportElement *element = rapport_map_lookup (rapport_session_get_map (self->session), *id);
      g_autofree char *name = element != NULL ? rapport_element_words_seen (self->session, element) : NULL;

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): where it is felt, never who is at fault */
char *
rapport_marking_describe (RapportMarking *self)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (RAPPORT_IS_MARKING (self), NULL);
  if (self->on == NULL)
    return g_strdup (_("Felt across the whole partnership"));
  names = name_targets (self);
  /* Translators: %s is one or more names. */
  return g_strdup_printf (_("Felt here: %s"), names);
}

/* For the room, as the others can see it come; the card says so and lets it be changed. */
static RapportElement *
insert_mark (RapportMarking *self, RapportTransaction *transaction)
{
  RapportMap *map = rapport_session_get_map (self->session);
  const RapportLens *lens = rapport_session_get_lens (self->session);
  g_autofree char *id = rapport_map_make_id (map, 't');
  g_autofree char *on = keep_present (map, self->on);
  g_autoptr (RapportElement) mark = rapport_mark_new (id);

  rapport_element_init_text (mark, "tension", rapport_tension_get (self->tension)->word);
  rapport_element_init_text (mark, "level", "shared");
  if (on != NULL)
    rapport_element_init_text (mark, "on", on);
  if (rapport_lens_get_phase (lens) != NULL)
    rapport_element_init_text (mark, "phase", rapport_lens_get_phase (lens));
  if (rapport_lens_get_perspective (lens) != NULL)
    rapport_element_init_text (mark, "perspective", rapport_lens_get_perspective (lens));
  rapport_transaction_insert (transaction, mark, G_MAXUINT);
  g_set_object (&self->mark, mark);
  return self->mark;
}

static RapportTransaction *
begin (RapportMarking *self, const char *label, const char *key)
{
  return rapport_history_begin (rapport_session_get_history (self->session),
                                is_in_map (self) ? label : _("Mark a tension"), key);
}

/* Says only that it is felt. */
void
rapport_marking_make (RapportMarking *self)
{
  RapportTransaction *transaction;

  g_return_if_fail (RAPPORT_IS_MARKING (self));
  if (is_in_map (self) || !rapport_marking_is_possible (self))
    return;
  transaction = begin (self, NULL, NULL);
  insert_mark (self, transaction);
  rapport_transaction_commit (transaction);
}

/**
 * rapport_marking_set:
 * @property: of a #RapportMark
 * @value: (nullable): a floating one is taken; %NULL is "not said"
 *
 * Changes of one text that follow one another are one step of undo.
 */
void
rapport_marking_set (RapportMarking *self, const char *property, GVariant *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *key = NULL;
  RapportTransaction *transaction;
  RapportElement *mark;
  const RapportProperty *found;

  g_return_if_fail (RAPPORT_IS_MARKING (self));
  if (!rapport_marking_is_possible (self) || (sunk == NULL && !is_in_map (self)))
    return;
  found = rapport_element_find_property (self->draft, property);
  g_return_if_fail (found != NULL);
  key = g_strconcat (self->burst, " ", property, NULL);
  transaction = begin (self, _("Change of a tension"), found->kind == RAPPORT_KIND_TEXT ? key : NULL);
  mark = is_in_map (self) ? self->mark : insert_mark (self, transaction);
  rapport_transaction_set (transaction, mark, found, sunk);
  rapport_transaction_commit (transaction);
}

/* Takes it off the map. */
void
rapport_marking_remove (RapportMarking *self)
{
  RapportTransaction *transaction;

  g_return_if_fail (RAPPORT_IS_MARKING (self));
  if (!is_in_map (self) || rapport_session_is_read_only (self->session))
    return;
  transaction = begin (self, _("Take a tension off"), NULL);
  rapport_transaction_delete (transaction, self->mark);
  rapport_transaction_commit (transaction);
}

/* Writes down an idea of what could be tried; what is felt is made where it was not there. */
void
rapport_marking_respond (RapportMarking *self, const char *what)
{
  RapportMap *map = rapport_session_get_map (self->session);
  g_autofree char *id = NULL;
  g_autoptr (RapportElement) response = NULL;
  RapportTransaction *transaction;
  RapportElement *mark;

  g_return_if_fail (RAPPORT_IS_MARKING (self) && what != NULL);
  if (!rapport_marking_is_possible (self))
    return;
  id = rapport_map_make_id (map, 'p');
  response = rapport_response_new (id);
  transaction = begin (self, _("Add a response"), NULL);
  mark = is_in_map (self) ? self->mark : insert_mark (self, transaction);
  rapport_element_init_text (response, "what", what);
  rapport_element_init_text (response, "status", "idea");
  rapport_element_init_text (response, "marks", rapport_element_get_id (mark));
  rapport_transaction_insert (transaction, response, G_MAXUINT);
  rapport_transaction_commit (transaction);
}
