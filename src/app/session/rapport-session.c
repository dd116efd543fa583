/* rapport-session.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-session.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-file-name.h"
#include "rapport-journal.h"
#include "rapport-map-file.h"
#include "rapport-map-writer.h"
#include "rapport-new-map.h"
#include "rapport-today.h"

struct _RapportSession
{
  GObject parent_instance;

  /* Owned */
  RapportHistory *history;
  RapportSelection *selection;
  RapportLens *lens;
  RapportJournal *journal;   /* nullable: the state folder cannot be written, or the map is only looked at */
  RapportFileStamp *stamp;   /* nullable: never saved */
  char *path;                /* nullable: never saved */
  GPtrArray *notices;        /* of sentences */

  gboolean read_only;
  gboolean saving;
  gboolean hides_names;
  RapportNames names;
};

G_DEFINE_FINAL_TYPE (RapportSession, rapport_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LENS,
  PROP_PATH,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_SAVING,
  N_PROPS,
};

static GParamSpec *pspecs[N_PROPS];

static void
rapport_session_finalize (GObject *object)
{
  RapportSession *self = RAPPORT_SESSION (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->selection);
  g_clear_object (&self->history);
  g_clear_pointer (&self->lens, rapport_lens_unref);
  g_clear_pointer (&self->stamp, rapport_file_stamp_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_free (self->path);

  G_OBJECT_CLASS (rapport_session_parent_class)->finalize (object);
}

static void
rapport_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RapportSession *self = RAPPORT_SESSION (object);

  switch (id)
    {
    case PROP_LENS:
      g_value_set_pointer (value, self->lens);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, rapport_session_is_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rapport_session_class_init (RapportSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = rapport_session_finalize;
  object_class->get_property = rapport_session_get_property;

  pspecs[PROP_LENS] = g_param_spec_pointer ("lens", NULL, NULL, flags);
  pspecs[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  pspecs[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  pspecs[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  pspecs[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
rapport_session_init (RapportSession *self)
{
  self->notices = g_ptr_array_new_with_free_func (g_free);
}

static void
notify_modified_cb (RapportSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_MODIFIED]);
}

/* Before anybody else hears of the change: what is gone can neither be looked at nor be answered for. */
static void
committed_cb (RapportSession *self)
{
  rapport_session_set_lens (self, self->lens);
}

/* A journal that cannot be begun is told once, as a notice, and does not keep anybody from working. */
static void
begin_journal (RapportSession *self)
{
  g_autoptr (GError) error = NULL;
  const char *sha256 = self->stamp != NULL ? rapport_file_stamp_get_sha256 (self->stamp) : NULL;

  self->journal = rapport_journal_new (self->history, self->path, sha256, &error);
  if (self->journal == NULL)
    g_ptr_array_add (self->notices,
                     g_strdup (_("What you do cannot be kept safe against a crash, because the folder "
                                 "for it cannot be written. Save often.")));
}

/* @history: (transfer full) */
static RapportSession *
new_session (RapportHistory *history)
{
  RapportSession *self = g_object_new (RAPPORT_TYPE_SESSION, NULL);

  self->history = history;
  self->selection = rapport_selection_new (rapport_history_get_map (history));
  self->lens = rapport_lens_new (rapport_history_get_map (history));
  g_signal_connect_object (history, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::modified", G_CALLBACK (notify_modified_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Returns: (transfer full): a new map that is on no disk; closing it untouched asks nothing */
RapportSession *
rapport_session_new (void)
{
  g_autoptr (GDateTime) now = rapport_today_new ();
  g_autoptr (RapportMap) map = rapport_new_map (now, NULL, NULL);
  RapportSession *self = new_session (rapport_history_new (map));

  begin_journal (self);
  return self;
}

static void
take_notices (RapportSession *self, RapportMapReading *reading)
{
  g_ptr_array_unref (self->notices);
  self->notices = g_steal_pointer (&reading->notices);
}

/* What was read, before it is a session. */
typedef struct
{
  char *path;
  RapportMapReading *reading; /* nullable */
  RapportFileStamp *stamp;    /* nullable */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_clear_pointer (&opening->reading, rapport_map_reading_free);
  g_clear_pointer (&opening->stamp, rapport_file_stamp_unref);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
opening_new (const char *path)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_canonicalize_filename (path, NULL);
  return opening;
}

static gboolean
load (Opening *opening, GError **error)
{
  opening->reading = rapport_map_file_load (opening->path, &opening->stamp, error);
  return opening->reading != NULL;
}

/* Returns: (transfer full) */
static RapportSession *
new_opened (Opening *opening)
{
  RapportSession *self = new_session (rapport_history_new (opening->reading->map));

  self->path = g_steal_pointer (&opening->path);
  self->stamp = g_steal_pointer (&opening->stamp);
  self->read_only = opening->reading->read_only;
  take_notices (self, opening->reading);
  if (!self->read_only)
    begin_journal (self);
  return self;
}

/**
 * rapport_session_open:
 * @error: one sentence for the user
 *
 * Returns: (transfer full) (nullable)
 */
RapportSession *
rapport_session_open (const char *path, GError **error)
{
  g_autoptr (Opening) opening = opening_new (path);

  return load (opening, error) ? new_opened (opening) : NULL;
}

/* Nobody else knows the map that is being read. */
static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (Opening) opening = opening_new (data);
  GError *error = NULL;

  if (load (opening, &error))
    g_task_return_pointer (task, g_steal_pointer (&opening), opening_free);
  else
    g_task_return_error (task, error);
}

/**
 * rapport_session_open_async:
 * @cancellable: (nullable): @callback is called at once when it is cancelled, and what is read after it is let go
 *
 * Reads the file in a thread.
 */
void
rapport_session_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, rapport_session_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * rapport_session_open_finish:
 * @error: one sentence for the user, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable)
 */
RapportSession *
rapport_session_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (Opening) opening = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, rapport_session_open_async), NULL);
  opening = g_task_propagate_pointer (G_TASK (result), error);
  return opening != NULL ? new_opened (opening) : NULL;
}

/**
 * rapport_session_open_copy:
 * @bytes: such as an example that comes with the program
 *
 * Returns: (transfer full) (nullable): a map that has no file of its own yet
 */
RapportSession *
rapport_session_open_copy (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, name, error);
  RapportSession *self;

  if (reading == NULL)
    return NULL;
  self = new_session (rapport_history_new (reading->map));
  take_notices (self, reading);
  begin_journal (self);
  return self;
}

/**
 * rapport_session_recover:
 * Opens what a crash left behind. It counts as modified, and the old journal goes only when a new one holds
 * everything.
 *
 * Returns: (transfer full) (nullable)
 */
RapportSession *
rapport_session_recover (RapportRecovery *recovery, GError **error)
{
  GPtrArray *notices = NULL;
  RapportHistory *history = rapport_recovery_open (recovery, &notices, error);
  RapportSession *self;

  if (history == NULL)
    return NULL;
  self = new_session (history);
  g_ptr_array_unref (self->notices);
  self->notices = notices;
  self->path = g_strdup (rapport_recovery_get_path (recovery));
  begin_journal (self);
  if (self->journal != NULL)
    rapport_recovery_discard (recovery);
  /* Not before: the new journal begins with the work that is recovered, not with the file. */
  if (rapport_recovery_get_stamp (recovery) != NULL)
    self->stamp = rapport_file_stamp_ref (rapport_recovery_get_stamp (recovery));
  return self;
}

/* Returns: (transfer none) */
RapportMap *
rapport_session_get_map (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return rapport_history_get_map (self->history);
}

/* Returns: (transfer none) */
RapportHistory *
rapport_session_get_history (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return self->history;
}

/* Returns: (transfer none) */
RapportSelection *
rapport_session_get_selection (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return self->selection;
}

/* Returns: (transfer none) */
const RapportLens *
rapport_session_get_lens (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return self->lens;
}

/* @lens: (transfer none): a reference is taken. It is view state: the map is not modified by it. One that was kept for
 * later may look at what is gone by now: it looks at what is there. */
void
rapport_session_set_lens (RapportSession *self, const RapportLens *lens)
{
  g_autoptr (RapportLens) there = NULL;
  g_autoptr (RapportLens) named = NULL;
  g_autoptr (RapportLens) shown = NULL;
  RapportLens *old;

  g_return_if_fail (RAPPORT_IS_SESSION (self) && lens != NULL);
  /* A step's lens, or any other that comes, does not bring names back, nor another language. */
  there = rapport_lens_with_what_is_there (lens, rapport_session_get_map (self));
  named = rapport_lens_with_names (there, self->names);
  shown = rapport_lens_with_hidden_names (named, self->hides_names);
  if (rapport_lens_equal (self->lens, shown))
    return;
  old = self->lens;
  self->lens = g_steal_pointer (&shown);
  rapport_lens_unref (old);
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_LENS]);
}

gboolean
rapport_session_hides_names (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), FALSE);
  return self->hides_names;
}

/* @hidden: whether codes stand for names from now on, whatever lens comes: on screen and in what is exported */
void
rapport_session_hide_names (RapportSession *self, gboolean hidden)
{
  g_return_if_fail (RAPPORT_IS_SESSION (self));
  self->hides_names = hidden;
  rapport_session_set_lens (self, self->lens);
}

RapportNames
rapport_session_get_names (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), RAPPORT_NAMES_FIRST);
  return self->names;
}

/* @names: in which of its languages the map is from now on, whatever lens comes: on screen and in what is exported */
void
rapport_session_set_names (RapportSession *self, RapportNames names)
{
  g_return_if_fail (RAPPORT_IS_SESSION (self));
  self->names = names;
  rapport_session_set_lens (self, self->lens);
}

/* Returns: (nullable) (transfer none) (type filename): %NULL for a map that was never saved */
const char *
rapport_session_get_path (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return self->path;
}

/* Returns: (transfer full): what the map is called, else the name of its file */
char *
rapport_session_dup_title (RapportSession *self)
{
  const char *title = rapport_map_get_title (rapport_session_get_map (self));

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  return self->path != NULL ? rapport_file_name_display (self->path) : g_strdup (_("New map"));
}

/* Returns: (transfer none) (element-type utf8): what opening had to tell, and not yet dismissed */
GPtrArray *
rapport_session_get_notices (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), NULL);
  return self->notices;
}

gboolean
rapport_session_is_read_only (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), FALSE);
  return self->read_only;
}

gboolean
rapport_session_is_modified (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), FALSE);
  return rapport_history_is_modified (self->history);
}

gboolean
rapport_session_is_saving (RapportSession *self)
{
  g_return_val_if_fail (RAPPORT_IS_SESSION (self), FALSE);
  return self->saving;
}

/* One save under way: what the thread needs, and what the end of it means. */
typedef struct
{
  char *path;
  char *sha256;
  GBytes *bytes;
  RapportMap *map;         /* as it was when the bytes were made; nobody else knows it */
  RapportJournal *journal; /* nullable */
  gboolean journal_done;   /* what the journal has to say of it is on disk */
  RapportFileStamp *stamp;
  RapportFileSaveFlags flags;
  guint64 state;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_free (save->sha256);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_clear_object (&save->map);
  g_clear_object (&save->journal);
  g_clear_pointer (&save->stamp, rapport_file_stamp_unref);
  g_free (save);
}

static void
set_saving (RapportSession *self, gboolean saving)
{
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_SAVING]);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  gboolean proved = rapport_map_file_prove (save->map, save->bytes, save->path, &error);

  g_clear_object (&save->map);
  /* In any case: the journal writes to what the save holds. */
  if (save->journal != NULL)
    rapport_journal_wait (save->journal, &save->journal_done);
  if (proved && rapport_file_save (save->path, save->bytes, &save->stamp, save->flags, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * rapport_session_save_async:
 * @path: (type filename): where to; the session's own path, or another for "save as"
 * @overwrite: the user was asked whether to replace what is there
 *
 * The bytes are made here, from the map as it is now, so that the journal can tell what is in them from what comes
 * after. They are proved against a copy of the map, and written, in another thread.
 */
void
rapport_session_save_async (RapportSession *self, const char *path, gboolean overwrite,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  Save *save;

  g_return_if_fail (RAPPORT_IS_SESSION (self) && path != NULL && !self->saving);

  save = g_new0 (Save, 1);
  g_task_set_task_data (task, save, save_free);
  save->path = g_steal_pointer (&full);
  save->flags = overwrite ? RAPPORT_FILE_SAVE_OVERWRITE : RAPPORT_FILE_SAVE_NONE;
  if (self->stamp != NULL && g_strcmp0 (self->path, save->path) == 0)
    save->stamp = rapport_file_stamp_ref (self->stamp);
  save->bytes = rapport_map_write (rapport_session_get_map (self));
  save->map = rapport_map_copy (rapport_session_get_map (self));
  save->state = rapport_history_get_state (self->history);
  save->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->bytes);
  if (self->journal != NULL)
    {
      save->journal = g_object_ref (self->journal);
      rapport_journal_begin_saving (save->journal, save->sha256, &save->journal_done);
    }
  set_saving (self, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * rapport_session_save_finish:
 * Returns: whether the map is on disk; only then does it count as saved
 */
gboolean
rapport_session_save_finish (RapportSession *self, GAsyncResult *result, GError **error)
{
  Save *save;
  gboolean saved;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  save = g_task_get_task_data (G_TASK (result));
  /* Here and not in the other thread, should it be the last to hold it. */
  g_clear_object (&save->journal);
  if (self->saving)
    set_saving (self, FALSE);
  saved = g_task_propagate_boolean (G_TASK (result), error);
  if (!saved)
    return FALSE;
  g_clear_pointer (&self->stamp, rapport_file_stamp_unref);
  self->stamp = g_steal_pointer (&save->stamp);
  if (self->journal != NULL)
    rapport_journal_saved (self->journal, save->path, save->sha256);
  rapport_history_mark_saved (self->history, save->state);
  if (g_strcmp0 (self->path, save->path) != 0)
    {
      g_free (self->path);
      self->path = g_strdup (save->path);
      self->read_only = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_PATH]);
      g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_READ_ONLY]);
    }
  return TRUE;
}

/* The map is saved, or its changes are given up by choice: nothing is to be recovered of it. */
void
rapport_session_close (RapportSession *self)
{
  g_return_if_fail (RAPPORT_IS_SESSION (self));
  if (self->journal != NULL)
    rapport_journal_close (self->journal);
  g_clear_object (&self->journal);
}
