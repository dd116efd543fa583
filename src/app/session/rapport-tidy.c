/* rapport-tidy.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-tidy.h"

#include "rapport-map-arranger.h"
#include "rapport-stakeholder.h"

/* What takes longer than this is told about, and how often, in milliseconds. */
#define AT_ONCE 100
/* Progress is handed from thread to thread as a whole number. */
#define WHOLE 1000

/* What the thread works on. It may be the last to hold it, and knows no session therefore. */
typedef struct
{
  RapportMapArranger *arranger; /* owned */
  int progress;                 /* atomic: of WHOLE */
} Job;

struct _RapportTidy
{
  GObject parent_instance;

  /* Of the run whose result is awaited; else none of it */
  GTask *task;               /* owned */
  GCancellable *cancellable; /* owned */
  RapportSession *session;   /* owned */
  guint64 state;             /* of the map when it was copied */
  guint timer;
};

G_DEFINE_FINAL_TYPE (RapportTidy, rapport_tidy, G_TYPE_OBJECT)

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *self = data;

  rapport_map_arranger_free (self->arranger);
  g_free (self);
}

static void
note_progress (double fraction, gpointer job)
{
  g_atomic_int_set (&((Job *) job)->progress, (int) (fraction * WHOLE));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_boolean (task, rapport_map_arranger_run (job->arranger, cancellable, note_progress, job));
}

/* Forgets the run that is under way, if any: what comes of it is nobody's business any more. */
static void
forget (RapportTidy *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->task);
}

static RapportTidyOutcome
apply (RapportTidy *self, const Job *job)
{
  RapportHistory *history = rapport_session_get_history (self->session);

  if (rapport_session_is_read_only (self->session) || rapport_history_get_state (history) != self->state)
    return RAPPORT_TIDY_MAP_CHANGED;
  return rapport_map_arranger_apply (job->arranger, history) ? RAPPORT_TIDY_MOVED : RAPPORT_TIDY_NOBODY_MOVED;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RapportTidy *self = RAPPORT_TIDY (source);
  gboolean found = g_task_propagate_boolean (G_TASK (result), NULL);
  RapportTidyOutcome outcome;

  /* A run that was stopped, even where the thread had just found everything. */
  if (G_TASK (result) != self->task)
    return;
  outcome = found ? apply (self, g_task_get_task_data (G_TASK (result))) : RAPPORT_TIDY_NOBODY_MOVED;
  forget (self);
  if (found)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, outcome);
}

static gboolean
timer_cb (gpointer data)
{
  RapportTidy *self = data;
  Job *job = g_task_get_task_data (self->task);

  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, g_atomic_int_get (&job->progress) / (double) WHOLE);
  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer full) (nullable): the ids of those who are selected, if they are several */
static char **
dup_selected (RapportSession *session)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
  char **ids;

  if (list->len < 2)
    return NULL;
  ids = g_new0 (char *, list->len + 1);
  for (guint i = 0; i < list->len; i++)
    ids[i] = g_strdup (rapport_element_get_id (g_ptr_array_index (list, i)));
  return ids;
}

/* --- */

RapportTidy *
rapport_tidy_new (void)
{
  return g_object_new (RAPPORT_TYPE_TIDY, NULL);
}

/* Begins; what was under way is stopped. A map that is only looked at is left alone. */
void
rapport_tidy_start (RapportTidy *self, RapportSession *session)
{
  g_auto (GStrv) only = NULL;
  RapportArrangeOptions options = { 0 };
  Job *job;

  g_return_if_fail (RAPPORT_IS_TIDY (self) && RAPPORT_IS_SESSION (session));

  rapport_tidy_stop (self);
  if (rapport_session_is_read_only (session))
    return;
  only = dup_selected (session);
  options.only = (const char *const *) only;
  options.phase = rapport_lens_get_phase (rapport_session_get_lens (session));
  job = g_new0 (Job, 1);
  job->arranger = rapport_map_arranger_new (rapport_session_get_map (session), &options);
  self->session = g_object_ref (session);
  self->state = rapport_history_get_state (rapport_session_get_history (session));
  self->cancellable = g_cancellable_new ();
  self->task = g_task_new (self, self->cancellable, ran_cb, NULL);
  g_task_set_task_data (self->task, job, job_free);
  self->timer = g_timeout_add (AT_ONCE, timer_cb, self);
  g_task_run_in_thread (self->task, run);
}

/* Nobody is moved, and nothing is told any more. */
void
rapport_tidy_stop (RapportTidy *self)
{
  g_return_if_fail (RAPPORT_IS_TIDY (self));

  if (self->task == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  forget (self);
}

gboolean
rapport_tidy_is_running (RapportTidy *self)
{
  g_return_val_if_fail (RAPPORT_IS_TIDY (self), FALSE);
  return self->task != NULL;
}

/* The task holds the object while it runs, so this is called when nothing is under way. */
static void
rapport_tidy_dispose (GObject *object)
{
  rapport_tidy_stop (RAPPORT_TIDY (object));

  G_OBJECT_CLASS (rapport_tidy_parent_class)->dispose (object);
}

static void
rapport_tidy_class_init (RapportTidyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_tidy_dispose;

  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", RAPPORT_TYPE_TIDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_DONE] = g_signal_new ("done", RAPPORT_TYPE_TIDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rapport_tidy_init (RapportTidy *self)
{
}
