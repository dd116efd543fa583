/* rapport-picture-memory.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* In bytes: a picture of 3840 by 2160 pixels is a little smaller. glibc takes no larger number, and on 32 bits only a far
 * smaller one. */
#define LARGEST (32 * 1024 * 1024)
/* In bytes: what is kept for the next frame at most. That is three pictures of 1920 by 1080 in a window, and something to
 * spare. */
#define KEPT (32 * 1024 * 1024)
/* Of all threads, which hardly work at a time: with heaps of their own they would keep as much each. */
#define HEAPS 1

/**
 * rapport_picture_memory_keep:
 *
 * Keeps the memory of one frame's pictures for the next one. GTK and cairo make pictures as large as the window for every
 * frame, and glibc would ask the kernel for each and give it back: clearing those pages took two thirds of the time of a
 * frame where that was measured. The program is some 20 MB larger for it, and up to 50 MB after long use.
 *
 * To be called once, before anything is drawn; does nothing with another C library.
 */
void
rapport_picture_memory_keep (void)
{
#ifdef __GLIBC__
  if (!mallopt (M_MMAP_THRESHOLD, LARGEST))
    return;
  mallopt (M_TRIM_THRESHOLD, KEPT);
  mallopt (M_ARENA_MAX, HEAPS);
#endif
}
