/** A place in the memory of compiled kernels, in bytes. */
export type Address = number;

const PAGE_BYTES = 65_536;

/** The memory of compiled kernels, given out from the front on and taken back all at once. It grows and never shrinks. */
export class KernelMemory {
  /** Up to where it is given out: what was taken after a mark is given back by setting it to the mark. */
  used: Address = 0;

  /** @param slack bytes that the kernels may read and write behind what is taken */
  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly slack = 0,
  ) {}

  /** @returns a multiple of 16; what is there is what was there before */
  take(bytes: number): Address {
    const address = this.used;
    this.used = Math.ceil((address + bytes + this.slack) / 16) * 16;
    const missing = this.used - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return address;
  }

  /** Takes what is needed for a copy. */
  put(bytes: Uint8Array): Address {
    const address = this.take(bytes.length);
    this.write(address, bytes);
    return address;
  }

  write(address: Address, bytes: Uint8Array): void {
    this.bytes(address, bytes.length).set(bytes);
  }

  /** @returns the memory itself, until it grows */
  bytes(address: Address, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }
}
