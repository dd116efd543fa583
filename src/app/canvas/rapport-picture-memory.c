/* rapport-picture-memory.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* In bytes: a picture of 3840 by 2160 pixels is a little smaller. glibc takes no larger one. */
#define LARGEST (32 * 1024 * 1024)
/* In bytes: what is kept at most for the next frame, which are three pictures of 1920 by 1080 in a window. */
#define KEPT (64 * 1024 * 1024)

/**
 * rapport_picture_memory_keep:
 *
 * Keeps the memory of one frame's pictures for the next one. GTK and cairo make pictures as large as the window for every
 * frame, and glibc would ask the kernel for each and give it back: clearing those pages took two thirds of the time of a
 * frame where that was measured. The program is some 20 MB larger for it.
 *
 * To be called once, before anything is drawn; does nothing with another C library.
 */
void
rapport_picture_memory_keep (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGEST);
  mallopt (M_TRIM_THRESHOLD, KEPT);
#endif
}
