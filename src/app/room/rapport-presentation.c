/* rapport-presentation.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-presentation.h"

#include "rapport-config.h"

#include <math.h>

#include "rapport-link.h"
#include "rapport-stakeholder.h"

/* How much larger letters become with each step, and how far. */
#define MAGNIFY 1.1
#define LARGEST 4

#define NO_STEP G_MAXUINT

struct _RapportPresentation
{
  GObject parent_instance;

  /* Owned */
  RapportSession *session;
  char *step;  /* nullable: an id */
  char *words; /* nullable: other than the step's */
  GPtrArray *arrivals; /* of ids, ended by NULL: of who and what came while it was on */

  guint position; /* where the step was last, so that one that is deleted leaves its place */
  guint stage;
  guint serial; /* another with each other picture */
  gboolean held;
  gboolean black;
  gboolean pointing;  /* what the pointer is on has the light */
  gboolean legend_said;
  gboolean legend;
  RapportScheme scheme;
  int magnification;
  gboolean has_camera; /* another than the step's */
  RapportCamera camera;
  gint64 started;      /* in microseconds of the monotonic clock */
  gint64 step_started;
};

G_DEFINE_FINAL_TYPE (RapportPresentation, rapport_presentation, G_TYPE_OBJECT)

static guint changed_signal;

/* What is between the picture and the room is another; the picture is the same. */
static void
shown_otherwise (RapportPresentation *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
changed (RapportPresentation *self)
{
  self->serial++;
  g_signal_emit (self, changed_signal, 0);
}

static void
rapport_presentation_finalize (GObject *object)
{
  RapportPresentation *self = RAPPORT_PRESENTATION (object);

  g_clear_object (&self->session);
  g_free (self->step);
  g_free (self->words);
  g_ptr_array_unref (self->arrivals);

  G_OBJECT_CLASS (rapport_presentation_parent_class)->finalize (object);
}

static void
rapport_presentation_class_init (RapportPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_presentation_finalize;
  changed_signal = g_signal_new ("changed", RAPPORT_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
rapport_presentation_init (RapportPresentation *self)
{
  self->position = NO_STEP;
  self->arrivals = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->arrivals, NULL);
  self->started = self->step_started = g_get_monotonic_time ();
}

static void
set_lens (RapportPresentation *self, const RapportLens *lens)
{
  g_autoptr (RapportLens) shown = rapport_lens_with_arrivals (lens, (const char *const *) self->arrivals->pdata);

  rapport_session_set_lens (self->session, shown);
}

/* Who is new stays bright through every step that dims others. */
static void
committed_cb (RapportPresentation *self, GPtrArray *changes)
{
  guint before = self->arrivals->len;

  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (change->kind == RAPPORT_CHANGE_INSERT
          && (RAPPORT_IS_STAKEHOLDER (change->element) || RAPPORT_IS_LINK (change->element)))
        g_ptr_array_insert (self->arrivals, 0, g_strdup (rapport_element_get_id (change->element)));
    }
  if (self->arrivals->len != before)
    set_lens (self, rapport_session_get_lens (self->session));
  changed (self);
}

/* Begins before the first step: the room sees what the session shows. */
RapportPresentation *
rapport_presentation_new (RapportSession *session)
{
  RapportPresentation *self;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session), NULL);
  self = g_object_new (RAPPORT_TYPE_PRESENTATION, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::lens", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rapport_session_get_history (session), "committed", G_CALLBACK (committed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Returns: (transfer none) */
RapportSession *
rapport_presentation_get_session (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), NULL);
  return self->session;
}

/* Returns: a number that is another whenever the picture may be */
guint
rapport_presentation_get_serial (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), 0);
  return self->serial;
}

/* --- Steps --- */

static RapportElementList *
steps (RapportPresentation *self)
{
  return rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_STEPS);
}

guint
rapport_presentation_get_n_steps (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), 0);
  return rapport_element_list_get_length (steps (self));
}

/* Returns: (nullable) (transfer none): %NULL before the first, and after the one on show was deleted */
RapportStep *
rapport_presentation_get_step (RapportPresentation *self)
{
  RapportElement *element;

  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), NULL);
  element = self->step != NULL ? rapport_map_lookup (rapport_session_get_map (self->session), self->step) : NULL;
  return element != NULL && RAPPORT_IS_STEP (element) ? RAPPORT_STEP (element) : NULL;
}

/* Of the step on show, from 0; G_MAXUINT where there is none. */
guint
rapport_presentation_get_position (RapportPresentation *self)
{
  RapportStep *step = rapport_presentation_get_step (self);

  return step != NULL ? rapport_element_get_position (RAPPORT_ELEMENT (step)) : NO_STEP;
}

/* How far the step on show has unfolded. */
guint
rapport_presentation_get_stage (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), 0);
  return self->stage;
}

/* Where the next key goes: behind the step on show, or to the place of one that was deleted. */
static guint
find_next (RapportPresentation *self)
{
  RapportStep *step = rapport_presentation_get_step (self);

  if (step != NULL)
    return rapport_element_get_position (RAPPORT_ELEMENT (step)) + 1;
  return self->position == NO_STEP ? 0 : self->position;
}

/* Returns: (nullable) (transfer none) */
RapportStep *
rapport_presentation_peek_next (RapportPresentation *self)
{
  guint next;

  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), NULL);
  next = find_next (self);
  return next < rapport_presentation_get_n_steps (self) ? RAPPORT_STEP (rapport_element_list_peek (steps (self), next))
                                                        : NULL;
}

/**
 * rapport_presentation_go_to:
 * @position: from 0
 * @stage: from 0; a larger one than there is, is the last
 */
void
rapport_presentation_go_to (RapportPresentation *self, guint position, guint stage)
{
  RapportElement *step;
  g_autoptr (RapportLens) lens = NULL;

  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  if (position >= rapport_presentation_get_n_steps (self))
    return;
  step = rapport_element_list_peek (steps (self), position);
  if (g_strcmp0 (self->step, rapport_element_get_id (step)) != 0)
    {
      g_free (self->step);
      self->step = g_strdup (rapport_element_get_id (step));
      self->step_started = g_get_monotonic_time ();
    }
  self->position = position;
  self->stage = MIN (stage, rapport_step_count_stages (RAPPORT_STEP (step)) - 1);
  self->has_camera = FALSE;
  self->black = FALSE;
  g_clear_pointer (&self->words, g_free);
  lens = rapport_step_make_lens (RAPPORT_STEP (step), self->stage);
  set_lens (self, lens);
  changed (self);
}

/* Unfolds more of the step, else goes to the next. Returns: %FALSE at the end */
gboolean
rapport_presentation_next (RapportPresentation *self)
{
  RapportStep *step = rapport_presentation_get_step (self);

  if (step != NULL && self->stage + 1 < rapport_step_count_stages (step))
    rapport_presentation_go_to (self, rapport_presentation_get_position (self), self->stage + 1);
  else if (find_next (self) < rapport_presentation_get_n_steps (self))
    rapport_presentation_go_to (self, find_next (self), 0);
  else
    return FALSE;
  return TRUE;
}

/* Back to the step before as it was left: unfolded. Returns: %FALSE at the beginning */
gboolean
rapport_presentation_previous (RapportPresentation *self)
{
  guint next = find_next (self), position = rapport_presentation_get_position (self);

  if (position != NO_STEP && self->stage > 0)
    rapport_presentation_go_to (self, position, self->stage - 1);
  else if (position != NO_STEP ? position > 0 : next > 0)
    rapport_presentation_go_to (self, (position != NO_STEP ? position : next) - 1, G_MAXUINT);
  else
    return FALSE;
  return TRUE;
}

/* The room sees all of the map again, with what is on show now. */
void
rapport_presentation_leave_steps (RapportPresentation *self)
{
  g_autoptr (RapportLens) lens = NULL;

  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  g_clear_pointer (&self->step, g_free);
  g_clear_pointer (&self->words, g_free);
  self->position = NO_STEP;
  self->stage = 0;
  self->has_camera = FALSE;
  self->pointing = FALSE;
  g_ptr_array_set_size (self->arrivals, 0);
  g_ptr_array_add (self->arrivals, NULL);
  lens = rapport_lens_with_unfolded (rapport_session_get_lens (self->session), NULL, NULL);
  set_lens (self, lens);
  changed (self);
}

/* @words: (nullable): what the room is asked until the next step; %NULL is what the step asks */
void
rapport_presentation_set_words (RapportPresentation *self, const char *words)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  g_free (self->words);
  self->words = g_strdup (words);
  changed (self);
}

/* Returns: (nullable) (transfer none): what the room is asked or told, instead of the map's question */
const char *
rapport_presentation_get_words (RapportPresentation *self)
{
  RapportStep *step = rapport_presentation_get_step (self);

  if (self->words != NULL)
    return self->words;
  return step != NULL ? rapport_step_get_words (step) : NULL;
}

/* @camera: (out). Returns: %FALSE where all of the map is shown */
gboolean
rapport_presentation_get_camera (RapportPresentation *self, RapportCamera *camera)
{
  RapportStep *step = rapport_presentation_get_step (self);

  if (!self->has_camera)
    return step != NULL && rapport_step_read_camera (step, camera);
  *camera = self->camera;
  return camera->width > 0;
}

/* @camera: (nullable): until the next step; %NULL is what the step says */
void
rapport_presentation_set_camera (RapportPresentation *self, const RapportCamera *camera)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  self->has_camera = camera != NULL;
  if (camera != NULL)
    self->camera = *camera;
  shown_otherwise (self);
}

/* --- What is between the session and the room --- */

gboolean
rapport_presentation_is_held (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), FALSE);
  return self->held;
}

/* The room goes on seeing what it sees, whatever is done to map and lens, until it is let go. */
void
rapport_presentation_set_held (RapportPresentation *self, gboolean held)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  if (self->held == held)
    return;
  self->held = held;
  shown_otherwise (self);
}

gboolean
rapport_presentation_is_black (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), FALSE);
  return self->black;
}

void
rapport_presentation_set_black (RapportPresentation *self, gboolean black)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  if (self->black == black)
    return;
  self->black = black;
  shown_otherwise (self);
}

RapportScheme
rapport_presentation_get_scheme (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), RAPPORT_SCHEME_LIGHT);
  return self->scheme;
}

/* Light, which suits a lit room; dark; high contrast; light again. */
void
rapport_presentation_next_scheme (RapportPresentation *self)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  self->scheme = self->scheme == RAPPORT_SCHEME_HIGH_CONTRAST ? RAPPORT_SCHEME_LIGHT : self->scheme + 1;
  changed (self);
}

/* How many times as large as usual everything written is: 1 or more. */
double
rapport_presentation_get_magnification (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), 1);
  return pow (MAGNIFY, self->magnification);
}

/* @steps: up or down; 0 is back to the usual */
void
rapport_presentation_magnify (RapportPresentation *self, int steps_up)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  self->magnification = steps_up == 0 ? 0 : CLAMP (self->magnification + steps_up, 0, LARGEST);
  changed (self);
}

/* @unless_said: what goes where nobody has said. Returns: whether there is to be a legend */
gboolean
rapport_presentation_get_legend (RapportPresentation *self, gboolean unless_said)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), TRUE);
  return self->legend_said ? self->legend : unless_said;
}

void
rapport_presentation_set_legend (RapportPresentation *self, gboolean legend)
{
  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  self->legend_said = TRUE;
  self->legend = legend;
  changed (self);
}

static void
set_focus (RapportPresentation *self, const char *const *ids)
{
  g_autoptr (RapportLens) lens = rapport_lens_with_focus (rapport_session_get_lens (self->session), ids, 1);

  rapport_session_set_lens (self->session, lens);
}

/* Whether the light goes with the pointer. */
gboolean
rapport_presentation_is_pointing (RapportPresentation *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (self), FALSE);
  return self->pointing;
}

/* @id: (nullable): what the pointer is on; counts only where the light goes with it */
void
rapport_presentation_point_at (RapportPresentation *self, const char *id)
{
  const char *const ids[] = { id, NULL };
  const char *const *focus;

  g_return_if_fail (RAPPORT_IS_PRESENTATION (self));
  focus = rapport_lens_get_focus (rapport_session_get_lens (self->session));
  if (self->pointing && g_strcmp0 (focus != NULL ? focus[0] : NULL, id) != 0)
    set_focus (self, id != NULL ? ids : NULL);
}

/* Dims all but what is selected and who is linked with it; without a selection, all but what the pointer is on. A second
 * time nothing is dimmed. */
void
rapport_presentation_spotlight (RapportPresentation *self)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  const RapportLens *lens = rapport_session_get_lens (self->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gboolean on = self->pointing || rapport_lens_get_focus (lens) != NULL;

  self->pointing = !on && rapport_selection_get_size (selection) == 0;
  if (!on)
    for (guint i = 0; i < rapport_selection_get_size (selection); i++)
      g_ptr_array_add (ids, (char *) rapport_selection_get_id (selection, i));
  g_ptr_array_add (ids, NULL);
  set_focus (self, ids->len > 1 ? (const char *const *) ids->pdata : NULL);
  changed (self);
}

/* "What was it last time?" Compares with the phase before the one on show, or no more. Returns: %FALSE where there is
 * none */
gboolean
rapport_presentation_compare_with_before (RapportPresentation *self)
{
  RapportMap *map = rapport_session_get_map (self->session);
  const RapportLens *lens = rapport_session_get_lens (self->session);
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);
  const char *now = rapport_lens_get_compare_phase (lens);
  gboolean comparing = now != NULL;
  RapportElement *phase, *before;
  g_autoptr (RapportLens) at = NULL, compared = NULL;

  if (now == NULL)
    now = rapport_lens_get_phase (lens);
  phase = now != NULL ? rapport_map_lookup (map, now) : NULL;
  if (phase == NULL || (!comparing && rapport_element_get_position (phase) == 0))
    return FALSE;
  before = comparing ? phase : rapport_element_list_peek (phases, rapport_element_get_position (phase) - 1);
  at = rapport_lens_with_phase (lens, rapport_element_get_id (before));
  compared = rapport_lens_with_compare (at, comparing ? NULL : now, NULL);
  rapport_session_set_lens (self->session, compared);
  return TRUE;
}

/* --- The clock, in microseconds --- */

gint64
rapport_presentation_get_elapsed (RapportPresentation *self)
{
  return g_get_monotonic_time () - self->started;
}

/* Since the step on show came up. */
gint64
rapport_presentation_get_step_elapsed (RapportPresentation *self)
{
  return g_get_monotonic_time () - self->step_started;
}
