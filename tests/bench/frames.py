"""What a frame costs: ./dev bench --frames.

Processor time of one frame at 1920 by 1080 with GTK's cairo renderer, in milliseconds, all threads, beside a window
that only moves a ready picture (floor/gtkfloor.c). The programs run in turn, so that the ratios mean something. "Own" is
the window's thread alone, which is what a hand waits for; the rest of a worst frame is the picture being painted anew
in another thread.
"""

import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = (50, 200, 2000, 10000)


def run(command, screen, environment):
    output = subprocess.run(['xvfb-run', '-a', '-s', f'-screen 0 {screen}x24', *command], env=environment,
                            capture_output=True, text=True, timeout=300).stdout
    return {name: float(value) for name, value in re.findall(r'^inner (\S+) ([\d.]+)', output, re.M)}


def show_room(build, data, environment):
    """What a room waits for: goals are 50 ms to the first frame of a step, and 16 ms of processor for a frame."""
    print('\n| map | step, first frame, ms | worst | own, processor | worst | all of it | worst | camera, own, ms '
          '| worst | all threads | worst | floor | worst |')
    print('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
    for size in (50, 50, 200, 200, 200):
        base = run([os.path.join(data, 'gtkfloor'), 'surface', '280'], '1920x1080', environment)
        found = run([os.path.join(build, 'tests/bench/rapport-room-frames'), os.path.join(data, str(size), 'map.rapport')],
                    '1920x1080', environment)
        names = [f'room-{what}-{which}' for what in ('step-first', 'step-own', 'step-sharp', 'travel-own', 'travel')
                 for which in ('median', 'worst')]
        figures = [found[name] for name in names] + [base['gtk-surface'], base['gtk-surface-cpu-worst']]
        print(f'| {size} | ' + ' | '.join(f'{figure:.1f}' for figure in figures) + ' |', flush=True)


def show_drag(build, data, environment):
    """Who is dragged is drawn over a kept picture: goal 8 ms of processor a frame. What a frame costs in which the same
    is painted again is taken off; what is reckoned between two frames is put on."""
    print('\n| map | a frame of a drag, own, ms | the same picture again | reckoning between | drawing |'
          '\n|---|---:|---:|---:|---:|')
    frames = os.path.join(build, 'tests/bench/rapport-frames')
    for size in SIZES:
        path = os.path.join(data, str(size), 'map.rapport')
        still = run([frames, 'still', path, '200'], '1920x1080', environment)['still-own-median']
        found = run([frames, 'drag', path, '200'], '1920x1080', environment)
        drag, step = found['drag-own-median'], found['drag-step-median']
        print(f'| {size} | {drag:.1f} | {still:.1f} | {step:.1f} | {drag - still + step:.1f} |', flush=True)


def show_opening(build, data, environment):
    """A map opened in a window that is there: until it is in it, and the longest time in which no key was answered."""
    print('\n| map | there after, ms | longest without an answer, ms |\n|---|---:|---:|')
    for size in SIZES:
        found = run([os.path.join(build, 'tests/bench/rapport-opening'), os.path.join(data, str(size), 'map.rapport')],
                    '1920x1080', environment)
        print(f'| {size} | {found["open-there"]:.0f} | {found["open-longest"]:.0f} |', flush=True)


def main(build, data):
    frames = os.path.join(build, 'tests/bench/rapport-frames')
    floor = os.path.join(data, 'gtkfloor')
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, 'HOME': home, 'XDG_RUNTIME_DIR': home, 'GSK_RENDERER': 'cairo',
                       'GSETTINGS_BACKEND': 'memory', 'GTK_A11Y': 'none', 'GDK_BACKEND': 'x11',
                       'GSETTINGS_SCHEMA_DIR': os.path.join(build, 'data')}
        print('| map | first picture, ms | move | median, ms | worst | floor | ratio | own, median | own, worst '
              '| own worst to median |')
        print('|---|---:|---|---:|---:|---:|---:|---:|---:|---:|')
        for size in SIZES:
            path = os.path.join(data, str(size), 'map.rapport')
            for move in ('pan', 'zoom', 'drag'):
                base = run([floor, 'surface', '200'], '1920x1080', environment)['gtk-surface']
                found = run([frames, move, path, '200'], '1920x1080', environment)
                median, worst = found[f'{move}-median'], found[f'{move}-worst']
                own, own_worst = found[f'{move}-own-median'], found[f'{move}-own-worst']
                print(f'| {size} | {found["first"]:.0f} | {move} | {median:.1f} | {worst:.1f} | {base:.1f} '
                      f'| {median / base:.2f} | {own:.1f} | {own_worst:.1f} | {own_worst / own:.1f} |', flush=True)
        show_drag(build, data, environment)
        show_opening(build, data, environment)
        show_room(build, data, environment)
        idle = run([frames, 'idle', os.path.join(data, '200/map.rapport')], '1920x1080', environment)
        print(f'\nFrames in a second in which nothing happens: {idle["idle-frames"]:.0f}')


if __name__ == '__main__':
    main(*sys.argv[1:])
