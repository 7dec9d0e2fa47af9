#!/usr/bin/env python3
"""Cuts the CUDA build of TensorFlow into compressed parts that fit through a narrow door, and puts them together again.

  gpu-library-parts.py cut WHEEL FOLDER     14 parts of 4 to 51 MB (282 MB in all; four minutes on two cores)
  gpu-library-parts.py join FOLDER LIBRARY  back into LIBRARY/libtensorflow_cc.so.2 and libtensorflow_framework.so.2

WHEEL: pip download --no-deps --only-binary=:all: --python-version 3.11 tensorflow==2.21.0
Join may be called with any number of parts at a time: what is there is unpacked, and the libraries are put together
once all parts are. gpu.sh beside this file takes the parts from there.
"""
import lzma, os, sys, zipfile
from concurrent.futures import ProcessPoolExecutor

PARTS = {"libtensorflow_cc.so.2": 12, "libtensorflow_framework.so.2": 2}


def compress(job):
    wheel, name, start, size, target = job
    with zipfile.ZipFile(wheel).open(f"tensorflow/{name}") as member:
        member.seek(start)
        data = member.read(size)
    with open(target, "wb") as file:
        file.write(lzma.compress(data, preset=4))
    return target


def decompress(job):
    source, target = job
    with open(source, "rb") as file, open(target + ".tmp", "wb") as out:
        out.write(lzma.decompress(file.read()))
    os.rename(target + ".tmp", target)
    return target


def cut(wheel, folder):
    os.makedirs(folder, exist_ok=True)
    jobs = []
    for name, count in PARTS.items():
        total = zipfile.ZipFile(wheel).getinfo(f"tensorflow/{name}").file_size
        size = -(-total // count)
        jobs += [(wheel, name, part * size, size, f"{folder}/{name}.{part:02d}.xz") for part in range(count)]
    with ProcessPoolExecutor() as pool:
        for target in pool.map(compress, jobs):
            print(target, os.path.getsize(target))


def join(folder, library):
    os.makedirs(library, exist_ok=True)
    jobs = [(f"{folder}/{name}", f"{library}/{name[:-3]}") for name in sorted(os.listdir(folder)) if name.endswith(".xz")]
    with ProcessPoolExecutor() as pool:
        list(pool.map(decompress, jobs))
    for name, count in PARTS.items():
        parts = [f"{library}/{name}.{part:02d}" for part in range(count)]
        missing = [part for part in parts if not os.path.exists(part)]
        if missing:
            print(f"{name}: {len(missing)} of {count} parts are still missing")
            continue
        with open(f"{library}/{name}", "wb") as out:
            for part in parts:
                with open(part, "rb") as file:
                    out.write(file.read())
                os.remove(part)
        print(f"{library}/{name}", os.path.getsize(f"{library}/{name}"))


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("cut", "join"):
        sys.exit(__doc__)
    {"cut": cut, "join": join}[sys.argv[1]](sys.argv[2], sys.argv[3])
