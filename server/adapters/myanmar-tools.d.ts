/** The package has no types of its own. */
declare module 'myanmar-tools' {
  const tools: {
    readonly ZawgyiDetector: new () => { getZawgyiProbability(text: string): number }
    readonly ZawgyiConverter: new () => { zawgyiToUnicode(text: string): string }
  }
  export default tools
}
