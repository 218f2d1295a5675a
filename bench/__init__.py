"""How fast memcon is and how much memory it takes, as ratios to what the same machine does in the same minutes.

    python -m bench                                        a table
    python -m bench --json                                 the same for programs
    python -m bench --write docs/explanation/speed.md      the same as a page

Seconds alone say more about the machine than about memcon. So beside each figure stands a *floor*: the least that any
program would have to do there with the same bytes, measured in the same run. What is kept and compared is the ratio.
Nothing here passes or fails, and no test depends on a speed.

Every measurement runs in a process of its own, since the memory of one must not be counted for the next: `process`
runs them, `stages`, `pages` and `reading` are such processes, `reports` and `odd` make what they read, `pipeline` and
`narrow` what the language model is compared with; `measures` and `language` put it together, `page` shows it.
Linux and macOS only: elsewhere the system does not tell what a process took.
"""
