/* rapport-clipboard-wait.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Until it is known what is on the clipboard. GDK hears at once that another program has taken it, and only when that
 * program answers what it has there; until then the clipboard looks as if it were empty.
 */
#include "rapport-clipboard-wait.h"

/* Milliseconds within which a program that is not stuck says what it has. Nothing else waits meanwhile. */
#define PATIENCE 2000

typedef struct
{
  GdkClipboard *clipboard; /* owned */
  RapportClipboardKnown known;
  gpointer data;
  guint source;
} Wait;

static gboolean
is_known (GdkClipboard *clipboard)
{
  gsize n = 0;

  gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), &n);
  return gdk_clipboard_is_local (clipboard) || n > 0;
}

static void
end (Wait *self)
{
  g_signal_handlers_disconnect_by_data (self->clipboard, self);
  g_source_remove (self->source);
  self->known (self->clipboard, self->data);
  g_object_unref (self->clipboard);
  g_free (self);
}

static void
changed_cb (GdkClipboard *clipboard, Wait *self)
{
  if (is_known (clipboard))
    end (self);
}

static gboolean
timeout_cb (gpointer self)
{
  end (self);
  return G_SOURCE_CONTINUE; /* the end of the wait removes it */
}

/**
 * rapport_clipboard_wait:
 * @clipboard: a clipboard
 * @known: called once: at once where it is known what can be read there, else later, from the main loop
 * @data: for @known
 *
 * Waits until a clipboard says what it holds, two seconds at most. It is for what must tell an empty clipboard from one
 * that has only just been taken.
 */
void
rapport_clipboard_wait (GdkClipboard *clipboard, RapportClipboardKnown known, gpointer data)
{
  Wait *self;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard) && known != NULL);

  if (is_known (clipboard))
    {
      known (clipboard, data);
      return;
    }
  self = g_new (Wait, 1);
  *self = (Wait){ g_object_ref (clipboard), known, data, g_timeout_add (PATIENCE, timeout_cb, self) };
  g_signal_connect (clipboard, "changed", G_CALLBACK (changed_cb), self);
}
