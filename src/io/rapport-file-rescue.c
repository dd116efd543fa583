/* rapport-file-rescue.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rescue copy is one file: a head of five lines, an empty line, and the content as it is. The
 * head names the file the content belongs to and tells a complete copy from one that was cut
 * short.
 */
#include "rapport-file-rescue.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-file-load.h"
#include "rapport-save-mark.h"
#include "rapport-save-target.h"
#include "rapport-state-folder.h"

#define TITLE  "Rapport rescue copy 1"
#define SUFFIX ".rescue"

/* The longest path there is, each byte of it escaped, and the other lines. */
#define MAX_HEAD (16 * 1024)

struct _RapportFileRescue
{
  /* Owned */
  char *name; /* in the state folder */
  char *path; /* of the file that was being saved */
  GBytes *content;
  int lock; /* held open while the save goes on, so that nobody is offered its copy */

  gint64 time;
};

/**
 * rapport_file_rescue_free:
 * @self: (transfer full): a rescue copy
 *
 * Frees @self and leaves the copy where it is.
 */
void
rapport_file_rescue_free (RapportFileRescue *self)
{
  rapport_fd_close (&self->lock);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/**
 * rapport_file_rescue_get_path:
 * @self: a rescue copy
 *
 * Returns: (transfer none) (type filename): the file that was being saved, without links
 */
const char *
rapport_file_rescue_get_path (RapportFileRescue *self)
{
  return self->path;
}

/**
 * rapport_file_rescue_get_time:
 * @self: a rescue copy
 *
 * Returns: when the save began, in microseconds since 1970
 */
gint64
rapport_file_rescue_get_time (RapportFileRescue *self)
{
  return self->time;
}

/**
 * rapport_file_rescue_get_content:
 * @self: a rescue copy
 *
 * Returns: (transfer none): what was being saved, whole
 */
GBytes *
rapport_file_rescue_get_content (RapportFileRescue *self)
{
  return self->content;
}

static char *
make_key (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

static RapportFileRescue *
rescue_new (const char *path, GBytes *content)
{
  RapportFileRescue *self = g_new0 (RapportFileRescue, 1);
  g_autofree char *key = make_key (path);
  g_autofree char *mark = rapport_save_mark_new ();

  self->name = g_strconcat (key, "-", mark, SUFFIX, NULL);
  self->path = g_strdup (path);
  self->content = g_bytes_ref (content);
  self->lock = -1;
  self->time = g_get_real_time ();
  return self;
}

static char *
make_head (RapportFileRescue *self)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->content);
  g_autofree char *path = g_uri_escape_string (self->path, "/", FALSE);

  return g_strdup_printf (TITLE "\npath: %s\ntime: %" G_GINT64_FORMAT "\nsize: %" G_GSIZE_FORMAT
                                "\nsha256: %s\n\n",
                          path, self->time, g_bytes_get_size (self->content), sha256);
}

static int
write_copy (RapportFileRescue *self, int folder)
{
  g_autofree char *head = make_head (self);
  gsize size;
  gconstpointer data = g_bytes_get_data (self->content, &size);
  int reason = rapport_fd_open (folder, self->name, O_RDWR | O_CREAT | O_EXCL, 0600, &self->lock);

  if (reason != 0)
    return reason;
  /* Where the state folder knows no locks, the worst is that somebody is offered a copy too early. */
  (void) flock (self->lock, LOCK_EX | LOCK_NB);
  reason = rapport_fd_write (self->lock, head, strlen (head), NULL);
  if (reason == 0)
    reason = rapport_fd_write (self->lock, data, size, NULL);
  if (reason == 0)
    reason = rapport_fd_sync (self->lock);
  if (reason == 0)
    reason = rapport_fd_sync (folder);
  if (reason != 0)
    unlinkat (folder, self->name, 0);
  return reason;
}

/**
 * rapport_file_rescue_write:
 * @path: (type filename): the file that is going to be overwritten, without links
 * @content: what is going to be written
 * @rescue: (out) (transfer full): the copy, set on success only; while it lives nobody is
 *   offered it
 *
 * Puts a copy of @content into the state folder. It is on the disk when this returns.
 *
 * Returns: 0 or an errno
 */
int
rapport_file_rescue_write (const char *path, GBytes *content, RapportFileRescue **rescue)
{
  g_autoptr (RapportFileRescue) self = NULL;
  int folder;
  int reason = rapport_state_folder_open (&folder);

  if (reason != 0)
    return reason;
  self = rescue_new (path, content);
  reason = write_copy (self, folder);
  rapport_fd_close (&folder);
  if (reason == 0)
    *rescue = g_steal_pointer (&self);
  return reason;
}

/**
 * rapport_file_rescue_remove:
 * @self: a rescue copy
 *
 * Removes the copy: its content has been saved, or the user does not want it.
 *
 * Returns: 0 or an errno
 */
int
rapport_file_rescue_remove (RapportFileRescue *self)
{
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *copy = g_build_filename (folder, self->name, NULL);

  return unlink (copy) != 0 ? errno : 0;
}

/* Takes one line of the head off its beginning: what follows @key in it. */
static char *
take_line (const char **rest, const char *key)
{
  const char *end = strchr (*rest, '\n');
  char *value;

  if (end == NULL || !g_str_has_prefix (*rest, key))
    return NULL;
  value = g_strndup (*rest + strlen (key), (gsize) (end - *rest) - strlen (key));
  *rest = end + 1;
  return value;
}

static gboolean
is_complete (GBytes *content, const char *size, const char *sha256)
{
  g_autofree char *is_size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (content));
  g_autofree char *is_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strcmp0 (is_size, size) == 0 && g_strcmp0 (is_sha256, sha256) == 0;
}

static RapportFileRescue *
parse (const char *name, GBytes *bytes)
{
  gsize size_of_all;
  const char *data = g_bytes_get_data (bytes, &size_of_all);
  g_autofree char *head = g_strndup (data != NULL ? data : "", MIN (size_of_all, MAX_HEAD));
  const char *rest = head;
  g_autofree char *title = take_line (&rest, TITLE);
  g_autofree char *escaped = take_line (&rest, "path: ");
  g_autofree char *time = take_line (&rest, "time: ");
  g_autofree char *size = take_line (&rest, "size: ");
  g_autofree char *sha256 = take_line (&rest, "sha256: ");
  g_autofree char *blank = take_line (&rest, "");
  g_autofree char *path = escaped != NULL ? g_uri_unescape_string (escaped, NULL) : NULL;
  g_autofree char *key = NULL;
  g_autoptr (GBytes) content = NULL;
  RapportFileRescue *self;

  if (title == NULL || path == NULL || time == NULL || blank == NULL)
    return NULL;
  content =
    g_bytes_new_from_bytes (bytes, (gsize) (rest - head), size_of_all - (gsize) (rest - head));
  key = make_key (path);
  if (!is_complete (content, size, sha256) || !g_str_has_prefix (name, key))
    return NULL;
  self = rescue_new (path, content);
  g_free (self->name);
  self->name = g_strdup (name);
  self->time = g_ascii_strtoll (time, NULL, 10);
  return self;
}

/* A copy that a killed save cut short is of no use: that save had not touched its target. What
 * another version has written is left for that version. */
static void
remove_fragment (int folder, const char *name, GBytes *bytes)
{
  const char *mark = strchr (name, '-');
  g_autofree char *bare =
    mark != NULL ? g_strndup (mark + 1, strlen (mark + 1) - strlen (SUFFIX)) : NULL;
  gsize size = g_bytes_get_size (bytes);

  if (bare != NULL && rapport_save_mark_is_stale (bare)
      && (size == 0
          || memcmp (g_bytes_get_data (bytes, NULL), TITLE, MIN (size, strlen (TITLE))) == 0))
    unlinkat (folder, name, 0);
}

/* A copy that is locked belongs to a save that is still going on. */
static RapportFileRescue *
read_copy (int folder, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;
  RapportFileRescue *self;
  int fd;
  int reason = rapport_fd_open (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0, &fd);

  if (reason == 0 && flock (fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    reason = errno;
  if (reason == 0)
    reason = rapport_fd_slurp (fd, RAPPORT_FILE_MAX_SIZE + MAX_HEAD, &bytes);
  rapport_fd_close (&fd);
  if (reason != 0)
    return NULL;
  self = parse (name, bytes);
  if (self == NULL)
    remove_fragment (folder, name, bytes);
  return self;
}

/* A save that was killed between its last sync and the removal of the copy left nothing to
 * rescue. */
static gboolean
is_saved (RapportFileRescue *self)
{
  g_autoptr (GBytes) now = rapport_file_load (self->path, NULL, NULL);

  return now != NULL && g_bytes_equal (now, self->content);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const RapportFileRescue *first = *(RapportFileRescue *const *) a;
  const RapportFileRescue *second = *(RapportFileRescue *const *) b;

  return (second->time > first->time) - (second->time < first->time);
}

static void
find_in_folder (GPtrArray *found, const char *folder, const char *key)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int fd;

  if (dir == NULL || rapport_fd_open (AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0, &fd) != 0)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (RapportFileRescue) rescue = NULL;

      if (!g_str_has_suffix (name, SUFFIX) || (key != NULL && !g_str_has_prefix (name, key)))
        continue;
      rescue = read_copy (fd, name);
      if (rescue == NULL)
        continue;
      if (is_saved (rescue))
        rapport_file_rescue_remove (rescue);
      else
        g_ptr_array_add (found, g_steal_pointer (&rescue));
    }
  rapport_fd_close (&fd);
}

/**
 * rapport_file_rescue_find:
 * @path: (type filename) (nullable): a file, or %NULL for all files
 *
 * Finds the complete copies that saves cut short have left, for offering them when the file is
 * opened or the application starts. Copies of what is in the file anyway are removed.
 *
 * Returns: (transfer full) (element-type RapportFileRescue): the copies, the newest first; often
 *   empty
 */
GPtrArray *
rapport_file_rescue_find (const char *path)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_file_rescue_free);
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *resolved = NULL;
  g_autofree char *key = NULL;

  if (path != NULL && rapport_save_target_resolve (path, &resolved) != 0)
    resolved = g_strdup (path);
  if (resolved != NULL)
    key = make_key (resolved);
  find_in_folder (found, folder, key);
  g_ptr_array_sort (found, compare_times);
  return found;
}
