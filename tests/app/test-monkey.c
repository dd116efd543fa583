/* test-monkey.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Anything is done to the window of the first example, in no order. Nothing may warn, every state of the map can be
 * saved and read again, all of it can be undone and redone to the byte, and the memory in use stays within bounds.
 *
 * RAPPORT_MONKEY_SEED and RAPPORT_MONKEY_ACTIONS do one such run again, or a longer one; with RAPPORT_MONKEY_CHECK the
 * map is read again after each action, to find the one at fault.
 */
#include <execinfo.h>
#include <gdk/x11/gdkx.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "holders.h"
#include "monkey.h"
#include "rapport-application.h"
#include "rapport-canvas.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"
#include "rapport-picture-memory.h"
#include "rapport-workshop-panel.h"
#include "session-fixture.h"

#define MANY 50000
#define VERY_MANY 500000
#define MIB (1024.0 * 1024.0)
/* After so many, everything is undone and redone. */
#define ROUND 1000
/* Of all rounds, in which caches fill and what is made when it is first wanted is made. */
#define WARM_UP 0.3
/* In MiB for 100,000 actions. While the caches of texts fill, which takes some 60,000, it is 2 to 3.5 (0.2 from then on),
 * so that the aim is asked of very many actions only. Of fewer it is asked that no window leaves 20 kB behind, which made
 * it about 10. */
#define MOST_GROWTH 1
#define MOST_GROWTH_OF_FEW 6
/* In so many sizes. */
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
#define SIZES 400
/* For what comes a moment after a change, in milliseconds. */
#define REST 500
/* Between two looks at what GTK wants to do. */
#define BURST 100
/* The last actions, told where the test ends with a signal. */
#define TRAIL 40

#if defined(__SANITIZE_ADDRESS__)
#define COUNTS_MEMORY FALSE

#include <sanitizer/lsan_interface.h>

/* GLib's first table of quarks has room for 2,048. One that is outgrown is never freed, for other threads may be reading
 * it. The table is made while GLib is loaded: what is allocated until this program's own constructors run is no leak. */
static void
load_quietly (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const before_libraries) (void) = load_quietly;

__attribute__ ((constructor)) static void
be_loaded (void)
{
  __lsan_enable ();
}
#else
#define COUNTS_MEMORY TRUE
#endif

typedef struct
{
  RapportApplication *application;
  GtkWidget *window;
  RapportSession *session;
  RapportHistory *history;
  Monkey *monkey;
  GHashTable *seen; /* windows that are still there → words about them */
  GBytes *start; /* the map as a file */
  guint n_steps; /* that were undone and redone */
} Fixture;

/* What a signal handler can still tell. */
static guint32 seed;
static guint n_done;
static gboolean checks_each; /* to find the action at fault */
static const char *trail[TRAIL];
static GtkWidget *watched; /* borrowed, nullable: the window */

/* Where each of the widgets from @widget up to its window stands, and what it points to where it is a popover. */
static void
tell_places (GtkWidget *widget)
{
  for (GtkWidget *above; widget != NULL; widget = above)
    {
      graphene_rect_t bounds = *graphene_rect_zero ();
      GdkRectangle spot = { 0 };
      gboolean known;

      above = gtk_widget_get_parent (widget);
      known = gtk_widget_compute_bounds (widget, above != NULL ? above : widget, &bounds);
      if (GTK_IS_POPOVER (widget))
        gtk_popover_get_pointing_to (GTK_POPOVER (widget), &spot);
      dprintf (STDOUT_FILENO, "# %s %s at %g %g, %g x %g, points to %d %d\n", G_OBJECT_TYPE_NAME (widget),
               known ? "stands" : "does not stand", (double) bounds.origin.x, (double) bounds.origin.y,
               (double) bounds.size.width, (double) bounds.size.height, spot.x, spot.y);
    }
}

static void
tell_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    tell_places (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_popovers (child);
}

static void
tell_trail (int number)
{
  void *frames[64];

  dprintf (STDOUT_FILENO, "# RAPPORT_MONKEY_SEED=%u: ended by %s at action %u, after:\n#", seed, strsignal (number),
           n_done);
  for (guint i = 1; i <= TRAIL; i++)
    if (trail[(n_done + i) % TRAIL] != NULL)
      dprintf (STDOUT_FILENO, " %s", trail[(n_done + i) % TRAIL]);
  dprintf (STDOUT_FILENO, "\n");
  /* The toolkit's own warnings end the test in the thread that it may be asked in. */
  if (number == SIGTRAP && watched != NULL)
    tell_popovers (watched);
  backtrace_symbols_fd (frames, backtrace (frames, G_N_ELEMENTS (frames)), STDERR_FILENO);
  signal (number, SIG_DFL);
  raise (number);
}

static guint
number_from (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL && *text != '\0' ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static GBytes *
read_example (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("RAPPORT_EXAMPLES"), "a-regional-collaboration.rapport", NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* The pointer goes where no window is. GTK would show tooltips for it in its own time, and GTK 4.8 warns where a window
 * is gone before its tooltip comes. */
static void
put_pointer_away (void)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  int screen = DefaultScreen (display);

  XWarpPointer (display, None, RootWindow (display, screen), 0, 0, 0, 0, DisplayWidth (display, screen) - 1,
                DisplayHeight (display, screen) - 1);
  XSync (display, False);
}

/* GTK 4.8 remembers a widget that was hidden while it had the focus until the next frame has been painted, and for ever
 * where the window goes first. */
static void
paint_once_more (GtkWidget *window)
{
  gtk_widget_queue_draw (window);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (G_USEC_PER_SEC / 50);
      fixture_settle ();
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_example ();
  g_autoptr (GError) error = NULL;

  put_pointer_away ();
  self->application = rapport_application_new ();
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  self->session = rapport_session_open_copy (bytes, "a", &error);
  g_assert_no_error (error);
  self->history = rapport_session_get_history (self->session);
  /* All of a round can be undone. */
  rapport_history_set_limit (self->history, G_MAXINT);
  self->start = rapport_map_write (rapport_session_get_map (self->session));
  self->window = GTK_WIDGET (rapport_window_new (GTK_APPLICATION (self->application)));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  rapport_window_set_session (RAPPORT_WINDOW (self->window), self->session);
  fixture_settle ();
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->monkey = monkey_new (RAPPORT_WINDOW (self->window), seed);
  watched = self->window;
}

/* --- Windows that came, which must go --- */

static void
forget_window (gpointer seen, GObject *window)
{
  g_hash_table_remove (seen, window);
}

/* Of each that is there now it is remembered what it is, until it is let go. */
static void
watch_windows (GHashTable *seen)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (!g_hash_table_contains (seen, window))
        {
          g_hash_table_insert (seen, window,
                               g_strdup_printf ("%s that came with action %u", G_OBJECT_TYPE_NAME (window), n_done));
          g_object_weak_ref (window, forget_window, seen);
        }
    }
}

static void
tell_windows (GHashTable *seen)
{
  GHashTableIter iter;
  gpointer window, words;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &window, &words))
    g_test_message ("still there: %s, %u references", (const char *) words, G_OBJECT (window)->ref_count);
}

/* Those that are left may go later than the table. */
static void
free_windows (GHashTable *seen)
{
  GHashTableIter iter;
  gpointer window;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &window, NULL))
    g_object_weak_unref (window, forget_window, seen);
  g_hash_table_unref (seen);
}

/* A thread that was told to stop, or that waits for the disk of a busy machine, may hold it a little longer. */
static void
wait_for_end (RapportSession *session, GHashTable *seen)
{
  gpointer left = session;

  g_object_add_weak_pointer (G_OBJECT (session), &left);
  g_object_unref (session);
  for (guint i = 0; i < 600 && left != NULL; i++)
    {
      g_usleep (G_USEC_PER_SEC / 10);
      fixture_settle ();
    }
  if (left != NULL)
    {
      tell_windows (seen);
      holders_tell (left);
    }
  g_assert_null (left);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  watched = NULL;
  monkey_free (self->monkey);
  paint_once_more (self->window);
  rapport_session_close (self->session);
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_bytes_unref (self->start);
  wait_for_end (g_steal_pointer (&self->session), self->seen);
  free_windows (self->seen);
  g_object_unref (self->application);
}

/* What would be saved now, which the reader takes as it is. */
static GBytes *
write_checked (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = rapport_map_write (rapport_session_get_map (self->session));
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "monkey", &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  if (reading->notices->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (reading->notices, 0));
  again = rapport_map_write (reading->map);
  g_assert_true (g_bytes_equal (bytes, again));
  return bytes;
}

static guint
undo_all (Fixture *self)
{
  guint n = 0;

  while (rapport_history_undo (self->history))
    n++;
  fixture_settle ();
  return n;
}

/* To the first byte and back. Afterwards all is undone, and next to nothing can be redone. */
static void
check_undo (Fixture *self)
{
  g_autoptr (GBytes) end = write_checked (self);
  g_autoptr (GBytes) start = NULL;
  g_autoptr (GBytes) again = NULL;
  guint n;

  while (rapport_history_redo (self->history))
    ;
  g_clear_pointer (&end, g_bytes_unref);
  end = write_checked (self);
  n = undo_all (self);
  self->n_steps += n;
  start = write_checked (self);
  g_assert_true (g_bytes_equal (start, self->start));
  while (rapport_history_redo (self->history))
    n--;
  g_assert_cmpuint (n, ==, 0);
  fixture_settle ();
  again = write_checked (self);
  g_assert_true (g_bytes_equal (again, end));
  undo_all (self);
  fixture_set_map (self->session, "title", "Another");
  undo_all (self);
}

/* Cairo, pixman and Pango keep the letters that were drawn last, some thousands of them and of whatever size they were.
 * After these they always keep the same. */
static void
draw_letters (GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, LETTERS);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  for (guint i = 0; i < SIZES; i++)
    {
      pango_font_description_set_absolute_size (font, (8 + i * 0.05) * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_cairo_update_layout (cr, layout);
      cairo_move_to (cr, 0, 0);
      pango_cairo_show_layout (cr, layout);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* @milliseconds: of whatever wants to be done */
static void
settle_for (int milliseconds)
{
  for (gint64 end = g_get_monotonic_time () + milliseconds * 1000; g_get_monotonic_time () < end;)
    {
      fixture_settle ();
      g_usleep (5000);
    }
}

/* Whatever the canvas does a moment after a change is done: sharp pictures, and the items of screen readers. GTK 4.8 lets
 * go of a widget that was hidden while it had the focus only when the next frame has been painted. Threads that wait for
 * more work end, each of which has fonts and shaped texts of its own: how many there are is a matter of how busy the
 * machine is. */
static void
rest (Fixture *self)
{
  gtk_widget_queue_draw (self->window);
  settle_for (REST);
  g_thread_pool_stop_unused_threads ();
  settle_for (REST / 5);
  draw_letters (self->window);
}

/* Each of the canvas's menus is kept from when it is first opened: one for every number of stakeholders, up to two, among
 * any number of things selected, up to two. All are opened before anything is measured. */
static void
open_menus (Fixture *self)
{
  RapportMap *map = rapport_session_get_map (self->session);
  RapportElementList *stakeholders = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  RapportElementList *links = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  RapportSelection *selection = rapport_session_get_selection (self->session);
  GtkWidget *canvas = fixture_find (self->window, RAPPORT_TYPE_CANVAS, NULL);

  for (guint i = 0; i <= 2; i++)
    for (guint j = 0; j <= 2; j++)
      {
        const char *ids[5] = { NULL };
        guint n = 0;

        for (guint k = 0; k < i; k++)
          ids[n++] = rapport_element_get_id (rapport_element_list_peek (stakeholders, k));
        for (guint k = 0; k < j; k++)
          ids[n++] = rapport_element_get_id (rapport_element_list_peek (links, k));
        rapport_selection_set_all (selection, ids);
        rapport_canvas_open_menu (RAPPORT_CANVAS (canvas));
        fixture_settle ();
        monkey_rest (self->monkey);
      }
}

/* So is what each pane, and each page of the workshop's, is made of when it is first seen. */
static void
open_panes (Fixture *self)
{
  static const char *const panes[] = { "win.outline", "win.details", "win.workshop" };
  GtkWidget *stack;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    gtk_widget_activate_action (self->window, panes[i], NULL);
  settle_for (REST);
  stack = fixture_find (fixture_find (self->window, RAPPORT_TYPE_WORKSHOP_PANEL, NULL), GTK_TYPE_STACK, NULL);
  for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      gtk_stack_set_visible_child (GTK_STACK (stack), page);
      settle_for (REST);
    }
  monkey_rest (self->monkey);
}

/* In use, in bytes; nothing that is only kept for later. */
typedef struct
{
  double small; /* in blocks of the heaps */
  double large; /* in those with pages of their own */
  double resident;
} Memory;

static double
measure_resident (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    pages = g_ascii_strtoull (strchr (text, ' ') + 1, NULL, 10);
  return (double) pages * (double) sysconf (_SC_PAGESIZE);
}

static Memory
measure_memory (void)
{
  struct mallinfo2 info;

  malloc_trim (0);
  info = mallinfo2 ();
  return (Memory){ (double) info.uordblks, (double) info.hblkhd, measure_resident () };
}

static double
in_use (GArray *memory, guint i)
{
  const Memory *one = &g_array_index (memory, Memory, i);

  return one->small + one->large;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of what lies between any two rounds (Theil 1950, Sen 1968): a round in which something was still held for a
 * moment does not count as growth. */
static double
get_slope (GArray *memory)
{
  g_autoptr (GArray) slopes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = (guint) (WARM_UP * memory->len); i < memory->len; i++)
    for (guint j = i + 1; j < memory->len; j++)
      {
        double slope = (in_use (memory, j) - in_use (memory, i)) / (j - i);

        g_array_append_val (slopes, slope);
      }
  g_array_sort (slopes, compare_numbers);
  return slopes->len > 0 ? g_array_index (slopes, double, slopes->len / 2) : 0;
}

static void
check_memory (GArray *memory)
{
  const double slope = get_slope (memory) * (100000.0 / ROUND / MIB);

  g_test_message ("in use: %.1f MiB at first, %.1f MiB at the end, %+.2f MiB for 100,000 actions after warm-up",
                  in_use (memory, 0) / MIB, in_use (memory, memory->len - 1) / MIB, slope);
  if (memory->len >= MANY / ROUND)
    g_assert_cmpfloat (slope, <, memory->len >= VERY_MANY / ROUND ? MOST_GROWTH : MOST_GROWTH_OF_FEW);
}

static void
tell_memory (Fixture *self, const Memory *now)
{
  g_test_message ("after %u actions: %.2f + %.2f MiB in use, %.1f MiB resident, %u references to what is open", n_done,
                  now->small / MIB, now->large / MIB, now->resident / MIB, G_OBJECT (self->session)->ref_count);
}

static void
act (Fixture *self, guint n)
{
  for (guint i = 0; i < n; i++, n_done++)
    {
      trail[n_done % TRAIL] = monkey_act (self->monkey);
      watch_windows (self->seen);
      if (checks_each)
        g_bytes_unref (write_checked (self));
      if (n_done % BURST == 0)
        fixture_settle ();
    }
  monkey_rest (self->monkey);
}

static void
test_anything (Fixture *self, gconstpointer data)
{
  const guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) memory = g_array_new (FALSE, FALSE, sizeof (Memory));

  open_menus (self);
  open_panes (self);
  while (n_done < n)
    {
      Memory now;

      act (self, MIN (ROUND, n - n_done));
      check_undo (self);
      rest (self);
      now = measure_memory ();
      g_array_append_val (memory, now);
      tell_memory (self, &now);
      tell_windows (self->seen);
    }
  g_test_message ("%u actions with RAPPORT_MONKEY_SEED=%u: %u steps were undone and redone to the byte", n_done, seed,
                  self->n_steps);
  if (COUNTS_MEMORY && memory->len > 0)
    check_memory (memory);
}

int
main (int argc, char *argv[])
{
  const gboolean is_long = g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0;
  g_autofree char *folder = g_dir_make_tmp ("rapport-monkey-XXXXXX", NULL);
  guint n;

  /* Not to leave a journal among those of somebody who works here. */
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  n = number_from ("RAPPORT_MONKEY_ACTIONS", is_long ? VERY_MANY : MANY);
  seed = number_from ("RAPPORT_MONKEY_SEED", is_long ? g_random_int () : 20231113);
  checks_each = g_getenv ("RAPPORT_MONKEY_CHECK") != NULL;
  rapport_picture_memory_keep ();
  printf ("# RAPPORT_MONKEY_SEED=%u\n", seed);
  signal (SIGTRAP, tell_trail);
  signal (SIGABRT, tell_trail);
  if (COUNTS_MEMORY)
    signal (SIGSEGV, tell_trail);
  g_test_add ("/monkey/anything", Fixture, GUINT_TO_POINTER (n), set_up, test_anything, tear_down);
  return g_test_run ();
}
