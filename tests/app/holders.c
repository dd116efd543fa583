/* holders.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory is read through /proc, which is slow enough to be used where a test has failed, and needs neither a debugger nor
 * a build of GLib that counts.
 */
#include "holders.h"

#include <fcntl.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define CAN_LOOK FALSE /* terabytes of shadow, and another allocator */
#else
#define CAN_LOOK TRUE
#endif

/* Told at most. What is held by nothing is at the end of some way, so that the nearest come first. */
#define MOST_LINES 60
/* From what is no object, such as an item of a list, at most so many steps to the next that is one. */
#define MOST_STEPS 3
/* Read at a time, in bytes. */
#define PIECE (1 << 20)

typedef struct
{
  gsize start, end;
} Region;

/* A block of memory that points to one looked for before. */
typedef struct
{
  Region block;
  Region inner; /* the same, or a widget within this widget, which was the first to be found */
  guint parent; /* its number; its own for the first */
  guint n_steps; /* since the last object */
} Holder;

typedef struct
{
  int memory; /* file descriptor */
  GArray *regions; /* of Region: what this program can write to, but the first thread's stack */
  GArray *blocks; /* of Region, in order: what was allocated from the main heap */
  GHashTable *classes; /* class → its type's name */
  GArray *holders; /* of Holder */
} Search;

/* --- What there is --- */

static void
add_classes (GHashTable *classes, GType type)
{
  guint n;
  g_autofree GType *children = g_type_children (type, &n);
  gpointer class = g_type_class_peek (type);

  if (class != NULL)
    g_hash_table_insert (classes, class, (gpointer) g_type_name (type));
  for (guint i = 0; i < n; i++)
    add_classes (classes, children[i]);
}

/* Returns: 0 where nothing can be read */
static gsize
read_word (Search *self, gsize address)
{
  gsize word = 0;

  return pread (self->memory, &word, sizeof word, (off_t) address) == sizeof word ? word : 0;
}

/* glibc keeps the size of a block in the word before it, and in its lowest bits whether the one before is in use. What
 * the heap's end is kept for is not told from a block; it points nowhere. */
static void
read_blocks (Search *self, const Region *heap)
{
  for (gsize chunk = heap->start; chunk < heap->end;)
    {
      const gsize size = read_word (self, chunk + sizeof (gsize)) & ~(gsize) 7;
      Region block = { chunk + 2 * sizeof (gsize), chunk + size + sizeof (gsize) };

      if (size < 4 * sizeof (gsize) || size > heap->end - chunk)
        return;
      if (read_word (self, chunk + size + sizeof (gsize)) & 1)
        g_array_append_val (self->blocks, block);
      chunk += size;
    }
}

static void
read_regions (Search *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents ("/proc/self/maps", &text, NULL, NULL);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Region region;
      char mode[5];

      if (sscanf (lines[i], "%zx-%zx %4s", &region.start, &region.end, mode) != 3 || !g_str_has_prefix (mode, "rw-p")
          || strstr (lines[i], "[stack") != NULL)
        continue;
      g_array_append_val (self->regions, region);
      if (strstr (lines[i], "[heap]") != NULL)
        read_blocks (self, &region);
    }
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const Region *place = a;
  const Region *block = b;

  return place->start < block->start ? -1 : place->start >= block->end;
}

/* Returns: the block that @place is in; the word there alone where that is none of the main heap */
static Region
find_block (Search *self, gsize place)
{
  Region one = { place, place + sizeof (gsize) };
  const Region *block = bsearch (&one, self->blocks->data, self->blocks->len, sizeof one, compare_place);

  return block != NULL ? *block : one;
}

/* Private fields stand before their instance.
 *
 * Returns: where in @block an object is, 0 where none is */
static gsize
find_object (Search *self, const Region *block)
{
  for (gsize place = block->start; place + sizeof (GObject) <= block->end; place += sizeof (gsize))
    if (g_hash_table_contains (self->classes, (gpointer) read_word (self, place))
        && (guint) read_word (self, place + sizeof (gsize)) > 0)
      return place;
  return 0;
}

/* Of a widget that is held too long, those within it hold each other: what counts is who holds the outermost. */
static Region
find_outermost (Search *self, Region block)
{
  const gsize object = find_object (self, &block);
  GtkWidget *widget = object != 0 && GTK_IS_WIDGET ((gpointer) object) ? GTK_WIDGET ((gpointer) object) : NULL;

  if (widget == NULL)
    return block;
  while (gtk_widget_get_parent (widget) != NULL)
    widget = gtk_widget_get_parent (widget);
  return find_block (self, (gsize) widget);
}

/* --- Looking --- */

static gboolean
is_own (Search *self, gsize place)
{
  const gsize holders = (gsize) self->holders->data;
  const gsize blocks = (gsize) self->blocks->data;

  return (place >= holders && place < holders + self->holders->len * sizeof (Holder))
         || (place >= blocks && place < blocks + self->blocks->len * sizeof (Region));
}

static gboolean
is_known (Search *self, const Region *block)
{
  for (guint i = 0; i < self->holders->len; i++)
    if (g_array_index (self->holders, Holder, i).block.start == block->start)
      return TRUE;
  return FALSE;
}

static void
add_holder (Search *self, gsize place, guint parent)
{
  const Region inner = find_block (self, place);
  Holder holder = { find_outermost (self, inner), inner, parent, 0 };
  const Holder *above = &g_array_index (self->holders, Holder, parent);

  if (is_own (self, place) || is_known (self, &holder.block))
    return;
  holder.n_steps = find_object (self, &holder.block) != 0 ? 0 : above->n_steps + 1;
  g_array_append_val (self->holders, holder);
}

static void
find_in_region (Search *self, const Region *region, gsize *piece, guint number)
{
  const Region sought = g_array_index (self->holders, Holder, number).block;

  for (gsize start = region->start; start < region->end; start += PIECE)
    {
      const gsize size = MIN (PIECE, region->end - start);
      const gssize n = pread (self->memory, piece, size, (off_t) start);

      for (gsize i = 0; n > 0 && i < (gsize) n / sizeof (gsize); i++)
        {
          const gsize place = start + i * sizeof (gsize);

          if (piece[i] >= sought.start && piece[i] < sought.end && (place < sought.start || place >= sought.end))
            add_holder (self, place, number);
        }
    }
}

static const char *
get_type (Search *self, gsize object)
{
  return g_hash_table_lookup (self->classes, (gpointer) read_word (self, object));
}

static void
tell_holder (Search *self, guint number)
{
  const Holder *holder = &g_array_index (self->holders, Holder, number);
  const gsize object = find_object (self, &holder->block);
  const gsize inner = find_object (self, &holder->inner);
  const gsize first = holder->block.start;

  if (object != 0)
    dprintf (STDOUT_FILENO, "# %u, which holds %u: %s, %u references%s%s\n", number, holder->parent,
             get_type (self, object), (guint) read_word (self, object + sizeof (gsize)),
             inner != object ? ", by the way of " : "", inner != object ? get_type (self, inner) : "");
  else
    dprintf (STDOUT_FILENO, "# %u, which holds %u: %zu bytes that begin with %zx %zx %zx %zx\n", number, holder->parent,
             holder->block.end - first, read_word (self, first), read_word (self, first + sizeof (gsize)),
             read_word (self, first + 2 * sizeof (gsize)), read_word (self, first + 3 * sizeof (gsize)));
}

static void
tell_holders (Search *self)
{
  /* With pages of its own, which came after the regions were read: no piece is found in another. */
  gsize *piece = mmap (NULL, PIECE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (piece == MAP_FAILED)
    return;
  for (guint i = 0; i < self->holders->len && i < MOST_LINES; i++)
    {
      tell_holder (self, i);
      if (g_array_index (self->holders, Holder, i).n_steps < MOST_STEPS)
        for (guint j = 0; j < self->regions->len; j++)
          find_in_region (self, &g_array_index (self->regions, Region, j), piece, i);
    }
  munmap (piece, PIECE);
}

/**
 * holders_tell:
 * @object: one that should have been let go
 *
 * Prints what points to @object, what points to that, and so on, the nearest first. An object is told by its type and how
 * often it is referred to, anything else by how it begins. What was freed may be among it. Nothing is told where the
 * address sanitizer is at work.
 */
void
holders_tell (GObject *object)
{
  Search self = { .memory = CAN_LOOK ? open ("/proc/self/mem", O_RDONLY | O_CLOEXEC) : -1 };
  Holder first = { 0 };

  if (self.memory < 0)
    return;
  self.regions = g_array_new (FALSE, FALSE, sizeof (Region));
  self.blocks = g_array_new (FALSE, FALSE, sizeof (Region));
  self.holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  self.classes = g_hash_table_new (NULL, NULL);
  add_classes (self.classes, G_TYPE_OBJECT);
  read_regions (&self);
  first.block = first.inner = find_block (&self, (gsize) object);
  g_array_append_val (self.holders, first);
  tell_holders (&self);
  g_hash_table_unref (self.classes);
  g_array_unref (self.holders);
  g_array_unref (self.blocks);
  g_array_unref (self.regions);
  close (self.memory);
}
